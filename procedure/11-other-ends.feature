Feature: Other ends of a case
  Who opened a case can take it back. The person's own act, their death and the sale of the home are facts; none of them is a judgment.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about a stranger at the address

  Scenario: The host takes the dispute back
    When the host takes the case back
    Then the case is closed, taken back
    And the registration is in force

  Scenario: The host takes the dispute back after the decision
    Given a dispute decided by Anna and Boris, with both sides told
    When the host takes the case back
    Then the registration is in force
    And the case is closed, taken back

  Scenario: The resident cannot take back what the host opened
    When the resident takes the case back
    Then it is refused: whoever asks may not do this

  Scenario: An officer cannot take back what the host opened
    When Officer Anna tries to take the case back
    Then it is refused: whoever asks may not do this

  Scenario: The resident moves during the dispute
    When the resident is told on two channels
    And the resident declares another address
    Then the case is closed, by the person's own act
    And the registration is ended by the person's own act

  Scenario: The resident leaves the country while the appeal is heard
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And the resident leaves the country
    Then the case is closed, by the person's own act
    And no act ends the registration

  Scenario: An officer cannot say that the resident moved
    When Officer Anna tries to close the case because the resident moved
    Then it is refused: whoever asks may not do this

  Scenario: The resident dies during the dispute
    When the resident has died, by a document that Officer Anna saw
    Then the case is closed, by death
    And the registration is ended by death

  Scenario: The host sells the home in the middle, and the new host is asked
    When Officer Anna files an extract
    And the resident is told on two channels
    And the time for an answer of the resident passes
    And the home is sold, as Officer Anna sees in the land register
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the new host has not maintained the dispute

  Scenario: A draft falls when the home is sold
    When Officer Anna files an extract
    And the resident is told on two channels
    And the resident answers "I live here."
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    And the home is sold, as Officer Boris sees in the land register
    Then the case is being heard
    And there is no decision

  Scenario: The new host knows the resident and takes the dispute back
    When the home is sold, as Officer Anna sees in the land register
    And a notice goes to the host by letter
    And the new host takes the case back
    Then the registration is in force

  Scenario: The new host says so too, and the resident is asked again
    When Officer Anna files an extract
    And the resident is told on two channels
    And the resident answers "The seller was angry with me."
    And the home is sold, as Officer Anna sees in the land register
    And a notice goes to the host by letter
    And the new host maintains the dispute
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: A new host who says nothing ends nothing
    When the home is sold, as Officer Anna sees in the land register
    And a notice goes to the host by letter
    And 2 years pass
    And Officer Anna decides alone that nothing changes
    Then the registration is in force

  Scenario: A new host who was not asked cannot maintain anything
    When the home is sold, as Officer Anna sees in the land register
    And the new host maintains the dispute
    Then it is refused: the other side was sent no notice yet

  Scenario: The first host has nothing to maintain
    When the host tries to maintain the dispute
    Then it is refused: not possible at this stage of the case

  Scenario: After the decision, a sale is a matter for the appeal
    Given a dispute decided by Anna and Boris, with both sides told
    When the home is sold, as Officer Anna sees in the land register
    Then it is refused: not possible at this stage of the case

  Scenario: Nothing happens in a closed case
    When the host takes the case back
    And Officer Anna files an extract
    Then it is refused: not possible at this stage of the case
