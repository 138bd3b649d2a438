Feature: The terms of several countries
  Terms are data with sources. Where none was collected, a generic one holds and says so. Below its floors the program gives no country less.

  Background:
    Given it is 2026-05-04 10:00 at the office

  Scenario: Germany: a month for the appeal
    Given the rule pack of Germany
    And a dispute decided by Anna and Boris, with both sides told
    Then an appeal is possible until 2026-07-10
    And the term for an appeal stands in a statute, with its source

  Scenario: Moscow: the office answers in thirty days
    Given the rule pack of Moscow and the Moscow region
    When the resident opens a case about the correction of a field
    Then the case stands in the queue under 2026-06-03
    And the term for a decision stands in a statute, with its source

  Scenario: Moscow: three months for the appeal
    Given the rule pack of Moscow and the Moscow region
    And a dispute decided by Anna and Boris, with both sides told
    Then an appeal is possible until 2026-09-18

  Scenario: Uzbekistan: thirty days for the appeal
    Given the rule pack of Uzbekistan
    And a dispute decided by Anna and Boris, with both sides told
    Then an appeal is possible until 2026-07-18

  Scenario: Czechia: fifteen days for the appeal
    Given the rule pack of Czechia
    And a dispute decided by Anna and Boris, with both sides told
    Then an appeal is possible until 2026-07-03

  Scenario: The Netherlands: six weeks for the appeal
    Given the rule pack of The Netherlands
    And a dispute decided by Anna and Boris, with both sides told
    Then an appeal is possible until 2026-07-30

  Scenario: A country of which no rule was collected
    Given the rule pack of Georgia
    When the host opens a case about a stranger at the address
    And the resident is told on two channels
    Then the resident can answer until 2026-06-10
    And the term for an answer says that no rule was collected
    And the pack says that no lawyer has reviewed it

  Scenario: The day ends at the office of Tashkent
    Given the rule pack of Uzbekistan
    And a dispute decided by Anna and Boris, with both sides told
    Then the time for an appeal ends at 2026-07-18 19:00 UTC
