Feature: Appeal
  One button. While the time runs and while an appeal is heard, nothing has effect.

  Background:
    Given it is 2026-05-04 10:00 at the office
    And a dispute decided by Anna and Boris, with both sides told

  Scenario: The time for an appeal is a month after delivery
    Then an appeal is possible until 2026-07-10
    And the time for an appeal ends at 2026-07-10 22:00 UTC

  Scenario: An appeal in the last second of the last day
    When the last second of the time for an appeal has come
    And the resident appeals
    Then the case is under appeal

  Scenario: An appeal one second later
    When the time for an appeal passes
    And the resident appeals
    Then it is refused: the time for this has passed

  Scenario: An appeal that was posted on the last day and came five days later
    When it is 2026-07-15 09:00 at the office
    And the resident appeals by a letter posted on 2026-07-10
    Then the case is under appeal

  Scenario: An appeal that was posted a day late
    When it is 2026-07-15 09:00 at the office
    And the resident appeals by a letter posted on 2026-07-11
    Then it is refused: the time for this has passed

  Scenario: A postmark of tomorrow
    When the resident appeals by a letter posted on 2026-06-30
    Then it is refused: the day of posting cannot be

  Scenario: During the time for an appeal nothing has effect
    When the last second of the time for an appeal has come
    And Officer Anna puts the decision in effect
    Then it is refused: the time for an appeal has not passed

  Scenario: In the week after the time, letters may be on their way
    When the time for an appeal passes
    And 6 days pass
    And Officer Anna puts the decision in effect
    Then it is refused: the time for an appeal has not passed

  Scenario: While an appeal is heard, nothing has effect
    When the resident appeals
    And 3 years pass
    And Officer Anna puts the decision in effect
    Then it is refused: not possible at this stage of the case

  Scenario: The appeal body annuls the decision
    When the resident appeals
    And Officer Dora of the appeal body annuls the decision
    Then the case is closed, the decision annulled
    And the registration is in force

  Scenario: The appeal body upholds the decision, which still has no effect
    When the resident appeals
    And Officer Dora of the appeal body upholds the decision
    Then the case is decided, with the notice on its way
    And the registration is disputed

  Scenario: After the appeal body there is time to go to court
    When the resident appeals
    And Officer Dora of the appeal body upholds the decision
    And both sides are told of the decision
    Then an appeal is possible until 2026-07-10

  Scenario: The appeal body sends the case back, and everything begins with the hearing
    When the resident appeals
    And Officer Dora of the appeal body sends the case back to the office
    Then the case is being heard
    And there is no decision

  Scenario: The appeal body decides instead that nothing changes
    When the resident appeals
    And Officer Dora of the appeal body decides instead that nothing changes
    Then the decision is that nothing changes
    And the registration is in force

  Scenario: The office does not hear the appeal against itself
    When the resident appeals
    And Officer Clara tries to decide the appeal
    Then it is refused: whoever asks may not do this

  Scenario: Whoever decided does not sit on the appeal
    When the resident appeals
    And Officer Boris of the appeal body upholds the decision
    Then it is refused: whoever helped a side or decided before cannot decide now

  Scenario: Whoever appeals can take it back while the time runs
    When the resident appeals
    And the resident takes the appeal back
    Then the case is open to appeal

  Scenario: The host cannot take back the resident's appeal
    When the resident appeals
    And the host takes the appeal back
    Then it is refused: whoever asks may not do this

  Scenario: An officer cannot take back anybody's appeal
    When the resident appeals
    And Officer Anna tries to take the appeal back
    Then it is refused: whoever asks may not do this

  Scenario: An appeal at a desk counts like one by the button
    When the resident appeals at the desk of Clerk Emil
    Then the case is under appeal

  Scenario: The time for an appeal ends where the person lives
    Given the resident lives in the time zone America/Anchorage
    When Officer Anna undoes the decision
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris confirms
    And both sides are told of the decision
    Then the time for an appeal ends at 2026-07-11 08:00 UTC
