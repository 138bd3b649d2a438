Feature: The second officer
  What takes something from somebody is decided by two. The second is another person, asked by name, and can be replaced when away.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about a stranger at the address
    And Officer Anna files an extract
    And the resident is told on two channels
    And the resident answers "I live here."

  Scenario: Two officers decide
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris confirms
    Then the case is decided, with the notice on its way
    And the decision names Anna and Boris
    And the registration is disputed

  Scenario: Nobody ends a registration alone
    When Officer Anna decides alone that the registration ends, on the ground of an extract
    Then it is refused: a second officer has to confirm this

  Scenario: Nobody is their own second officer
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Anna to confirm
    Then it is refused: the second officer has to be another person

  Scenario: The writer of a draft cannot confirm it
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Anna confirms
    Then it is refused: the second officer has to be another person

  Scenario: Only who was asked confirms
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Clara confirms
    Then it is refused: another officer was asked to confirm

  Scenario: The second officer does not agree
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris sends the draft back
    Then the case is being heard
    And there is no decision

  Scenario: Only who was asked sends a draft back
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Clara sends the draft back
    Then it is refused: another officer was asked to confirm

  Scenario: The second officer is on leave and names a deputy
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris names Officer Clara as deputy
    And Officer Clara confirms
    Then the decision names Anna and Clara

  Scenario: The deputy has the whole time again
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And 10 days pass
    And Officer Clara names Officer Clara as deputy
    Then the case stands in the queue under 2026-05-28

  Scenario: Once a deputy is named, the absent officer no longer confirms
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris names Officer Clara as deputy
    And Officer Boris confirms
    Then it is refused: another officer was asked to confirm

  Scenario: The writer of a draft cannot choose another reader
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Anna names Officer Clara as deputy
    Then it is refused: whoever asks may not do this

  Scenario: The writer of a draft cannot become the deputy
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris names Officer Anna as deputy
    Then it is refused: the second officer has to be another person

  Scenario: A draft that nobody reads stays a draft
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And 5 years pass
    Then the case is with the second officer
    And the person counts as registered

  Scenario: Whoever helped the resident at the desk decides nothing in the case
    When the resident answers at the desk of Clerk Emil
    And Officer Emil drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: whoever helped a side or decided before cannot decide now

  Scenario: Nor do they confirm it
    When the resident answers at the desk of Clerk Boris
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: whoever helped a side or decided before cannot decide now

  Scenario: Nor as a deputy
    When the resident answers at the desk of Clerk Clara
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Boris names Officer Clara as deputy
    Then it is refused: whoever helped a side or decided before cannot decide now

  Scenario: That nothing changes can be decided by one officer, and the registration says so at once
    When Officer Anna decides alone that nothing changes, on the ground of the resident's words
    Then the registration is in force
    And the case is decided, with the notice on its way

  Scenario: An officer takes back their own draft
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Anna undoes the decision
    Then the case is being heard

  Scenario: An officer does not take back somebody else's draft
    When Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And Officer Clara undoes the decision
    Then it is refused: whoever asks may not do this
