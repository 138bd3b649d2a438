Feature: The host appeals, and the court
  The host can appeal too; the mark "disputed" does not come back for it. Nobody's registration ends by an appeal.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about a stranger at the address

  Scenario: The host appeals against "nothing changes"
    When Officer Anna decides alone that nothing changes
    And both sides are told of the decision
    And the host appeals
    Then the case is under appeal
    And the registration is in force

  Scenario: The appeal body cannot end a registration itself
    When Officer Anna decides alone that nothing changes
    And both sides are told of the decision
    And the host appeals
    And Officer Dora of the appeal body decides instead that the registration ends
    Then it is refused: the appeal body can only send this back

  Scenario: "Nothing changes" cannot be annulled, only sent back
    When Officer Anna decides alone that nothing changes
    And both sides are told of the decision
    And the host appeals
    And Officer Dora of the appeal body annuls the decision
    Then it is refused: the appeal body can only send this back

  Scenario: A case is sent back once
    When Officer Anna decides alone that nothing changes
    And both sides are told of the decision
    And the host appeals
    And Officer Dora of the appeal body sends the case back to the office
    And Officer Anna decides alone that nothing changes
    And both sides are told of the decision
    And the host appeals
    And Officer Fatima of the appeal body sends the case back to the office
    Then it is refused: this was used already

  Scenario: After it was sent back, the resident is disputed and heard again
    When Officer Anna decides alone that nothing changes
    And both sides are told of the decision
    And the host appeals
    And Officer Dora of the appeal body sends the case back to the office
    Then the registration is disputed
    And the case is being heard

  Scenario: A court annuls the decision
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And Officer Dora of the appeal body upholds the decision
    And both sides are told of the decision
    And the resident appeals
    And the court annuls the decision, as Officer Anna records
    Then the case is closed, the decision annulled
    And the registration is in force

  Scenario: A court upholds the decision, and the resident is told before it has effect
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And Officer Dora of the appeal body upholds the decision
    And both sides are told of the decision
    And the resident appeals
    And the court upholds the decision, as Officer Anna records
    And Officer Anna puts the decision in effect
    Then it is refused: the time for an appeal has not passed

  Scenario: After a court's judgment and its notice, the decision can have effect
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And Officer Dora of the appeal body upholds the decision
    And both sides are told of the decision
    And the resident appeals
    And the court upholds the decision, as Officer Anna records
    And both sides are told of the decision
    And Officer Anna puts the decision in effect
    Then the registration is ended by a final decision
    And the end of the registration names Anna and Boris

  Scenario: There is no appeal after the court
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And Officer Dora of the appeal body upholds the decision
    And both sides are told of the decision
    And the resident appeals
    And the court upholds the decision, as Officer Anna records
    And both sides are told of the decision
    And the resident appeals
    Then it is refused: the time for this has passed

  Scenario: Nobody records a judgment where no court was asked
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And Officer Anna tries to record a judgment
    Then it is refused: not possible at this stage of the case

  Scenario: The appeal body does not hear the appeal against itself
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And Officer Dora of the appeal body upholds the decision
    And both sides are told of the decision
    And the resident appeals
    And Officer Fatima of the appeal body upholds the decision
    Then it is refused: not possible at this stage of the case
