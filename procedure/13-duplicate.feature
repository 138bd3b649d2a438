Feature: Two records that may be one person's
  The program may notice it; only two officers can say it, after both persons were heard; and it can always be taken apart.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the program opens a case about a possible duplicate

  Scenario: The program notices, and nothing is merged
    When 10 years pass
    Then the case is being heard
    And there is no decision

  Scenario: Both persons are told twice
    When the resident is told on two channels
    And Officer Anna files a document
    And Officer Anna drafts that the records are merged, on the ground of a document, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: The second person is heard too
    When Officer Anna files a document
    And the resident is told on two channels
    And the resident answers "Both are mine."
    And Officer Anna drafts that the records are merged, on the ground of a document, for Officer Boris to confirm
    Then it is refused: the other side was not heard yet and still can be

  Scenario: Nobody merges records alone
    When Officer Anna files a document
    And the resident is told on two channels
    And the second person is told on two channels
    And the resident answers "Both are mine."
    And the second person answers "Both are mine."
    And Officer Anna decides alone that the records are merged, on the ground of a document
    Then it is refused: a second officer has to confirm this

  Scenario: Records are merged by two officers, after the time for an appeal
    When Officer Anna files a document
    And the resident is told on two channels
    And the second person is told on two channels
    And the resident answers "Both are mine."
    And the second person answers "Both are mine."
    And Officer Anna drafts that the records are merged, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    And both sides are told of the decision
    And the time for an appeal and a week for letters pass
    And Officer Anna puts the decision in effect
    Then the case is settled
    And no act ends the registration

  Scenario: Merged records are taken apart, years later
    When Officer Anna files a document
    And the resident is told on two channels
    And the second person is told on two channels
    And the resident answers "Both are mine."
    And the second person answers "Both are mine."
    And Officer Anna drafts that the records are merged, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    And both sides are told of the decision
    And the time for an appeal and a week for letters pass
    And Officer Anna puts the decision in effect
    And 3 years pass
    And Officer Clara takes the records apart
    Then the case is closed, the records taken apart

  Scenario: Each of the two persons has to be told of the decision twice
    When Officer Anna files a document
    And the resident is told on two channels
    And the second person is told on two channels
    And the resident answers "Both are mine."
    And the second person answers "I do not know."
    And Officer Anna drafts that the records are merged, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    And the resident is told on two channels
    And a notice goes to the second person by letter
    And the delivery to the second person by letter is proved
    Then the case is decided, with the notice on its way

  Scenario: The second person appeals against the merging
    When Officer Anna files a document
    And the resident is told on two channels
    And the second person is told on two channels
    And the resident answers "Both are mine."
    And the second person answers "We are cousins."
    And Officer Anna drafts that the records are merged, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    And both sides are told of the decision
    And the second person appeals
    And Officer Dora of the appeal body annuls the decision
    Then the case is closed, the decision annulled

  Scenario: Only merged records can be taken apart
    When Officer Anna tries to take the records apart
    Then it is refused: not possible at this stage of the case

  Scenario: A timer takes nothing apart and merges nothing
    When a timer tries to take the records apart
    Then it is refused: whoever asks may not do this
