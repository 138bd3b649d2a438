Feature: Two at once, and a file that somebody changed
  Whoever acts on an old reading is told so, and nothing is lost. A stored file that says what nobody could have done is no file.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about a stranger at the address
    And Officer Anna files an extract
    And the resident is told on two channels
    And the resident answers "I live here."

  Scenario: Two officers draft at once
    Given Officer Anna and Officer Boris have both read the case
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Clara to confirm
    And Officer Boris, on what was read before, drafts that the registration ends, on the ground of an extract, for Officer Clara to confirm
    Then it is refused: somebody else acted first: the case has version 8, the act follows version 7
    And the case is with the second officer

  Scenario: The second officer confirms what was sent back meanwhile
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Given Officer Anna and Officer Boris have both read the case
    When Officer Boris sends the draft back
    And Officer Boris, on what was read before, confirms
    Then it is refused: somebody else acted first: the case has version 9, the act follows version 8
    And the case is being heard

  Scenario: The resident's letter and the confirmation cross
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Given Officer Anna and Officer Boris have both read the case
    When the resident answers "And here is my lease."
    And Officer Boris, on what was read before, confirms
    Then it is refused: somebody else acted first: the case has version 9, the act follows version 8
    And there is no decision

  Scenario: The appeal and the undoing cross
    Given a dispute decided by Anna and Boris, with both sides told
    And Officer Anna and Officer Boris have both read the case
    When Officer Boris undoes the decision
    And the resident, on what was read before, appeals
    Then it is refused: somebody else acted first: the case has version 21, the act follows version 20
    And the case is being heard

  Scenario: An act that is missing from the stored file
    When somebody takes act 3 out of the stored file
    Then it is refused: somebody else acted first: the case has version 2, the act follows version 3

  Scenario: A shorter time in the stored file
    When somebody shortens the time for an answer in the stored file
    Then it is refused: the term for an answer is missing, too short, or beyond the calendar

  Scenario: A second officer who is the first, in the stored file
    Given a dispute decided by Anna and Boris, of which nobody was told
    When somebody turns the second officer into the first in the stored file
    Then it is refused: the second officer has to be another person

  Scenario: An effect that is dated back in the stored file
    Given a registration that ended by the decision of Anna and Boris
    When somebody dates the decision's effect back in the stored file
    Then it is refused: the time for an appeal has not passed

  Scenario: The file of a case can be read again from its acts
    Given a registration that ended by the decision of Anna and Boris
    Then the file can be read again from its acts
    And the registration is ended by a final decision
