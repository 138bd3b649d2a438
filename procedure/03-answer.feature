Feature: The time for an answer
  The last day ends where the person lives or at the office, whichever is later. What was posted in time is in time.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about a stranger at the address

  Scenario: Nobody can be judged before they could answer
    When Officer Anna files an extract
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: In the last second of the last day the time is still running
    When Officer Anna files an extract
    And the resident is told on two channels
    And the last second of the time for an answer of the resident has come
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: After the time has passed, the officer may decide on the file
    When Officer Anna files an extract
    And the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris confirms
    Then the decision says that the resident had the time to answer
    And the decision says that the host opened the case

  Scenario: Silence alone decides nothing, however long it lasts
    When the resident is told on two channels
    And 3 years pass
    Then the case is being heard
    And the registration is disputed
    And there is no decision

  Scenario: An answer after the time, but before a draft, is read
    When the resident is told on two channels
    And 90 days pass
    And the resident answers "I was in hospital. I live here."
    And Officer Anna decides alone that nothing changes, on the ground of the resident's words
    Then the decision is that nothing changes

  Scenario: A letter posted on the last day makes a draft fall
    When Officer Anna files an extract
    And the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And 3 days pass
    And the resident answers by a letter posted on 2026-06-05
    Then the case is being heard
    And there is no decision

  Scenario: A letter posted on the last day makes a confirmed decision fall that nobody has been told
    When Officer Anna files an extract
    And the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris confirms
    And 3 days pass
    And the resident answers by a letter posted on 2026-06-05
    Then the case is being heard

  Scenario: A letter posted a day late is for the appeal
    When Officer Anna files an extract
    And the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And 3 days pass
    And the resident answers by a letter posted on 2026-06-06
    Then it is refused: the time for this has passed

  Scenario: A letter cannot have been posted tomorrow
    When the resident is told on two channels
    And the resident answers by a letter posted on 2026-05-05
    Then it is refused: the day of posting cannot be

  Scenario: The last day ends where the person lives
    Given the resident lives in the time zone America/Los_Angeles
    When Officer Anna files an extract
    And the resident is told on two channels
    And it is 2026-06-06 08:30 at the office
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: The last day ends at the office where the person lives further east
    Given the resident lives in the time zone Asia/Tashkent
    When Officer Anna files an extract
    And the resident is told on two channels
    And it is 2026-06-05 23:59 at the office
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: A last day that is a holiday moves to the next working day
    Given it is 2026-05-21 10:00 at the office
    When the resident is told on two channels
    And the letter to the resident comes back
    And it is 2026-11-24 10:00 at the office
    And a notice goes to the resident by letter
    And the delivery to the resident by letter is proved
    Then the resident can answer until 2026-12-28

  Scenario: More time is given once, from the day on which it is given
    When the resident is told on two channels
    And 20 days pass
    And Officer Anna gives the resident more time
    Then the resident can answer until 2026-06-22

  Scenario: More time is not given twice
    When the resident is told on two channels
    And 20 days pass
    And Officer Anna gives the resident more time
    And Officer Anna gives the resident more time
    Then it is refused: this was used already

  Scenario: More time is never less
    When the resident is told on two channels
    And Officer Anna gives the resident more time
    Then it is refused: the term for an answer is missing, too short, or beyond the calendar

  Scenario: A host cannot give or take time
    When the resident is told on two channels
    And the host tries to give more time
    Then it is refused: whoever asks may not do this
