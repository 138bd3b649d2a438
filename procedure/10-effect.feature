Feature: Effect, and taking it back
  A decision has effect by the act of a named officer after the time for an appeal. No clock does it.

  Background:
    Given it is 2026-05-04 10:00 at the office

  Scenario: After the time and a week for letters, an officer puts it in effect
    Given a dispute decided by Anna and Boris, with both sides told
    When the time for an appeal and a week for letters pass
    And Officer Anna puts the decision in effect
    Then the registration is ended by a final decision
    And the person no longer counts as registered
    And the end of the registration names Anna and Boris

  Scenario: Ten years after the time, and nobody acted
    Given a dispute decided by Anna and Boris, with both sides told
    When 10 years pass
    Then the registration is disputed
    And the person counts as registered
    And no act ends the registration

  Scenario Outline: A timer tries
    Given a dispute decided by Anna and Boris, with both sides told
    When the time for an appeal and a week for letters pass
    And a timer tries to <act>
    Then it is refused: whoever asks may not do this

    Examples:
      | act                                        |
      | put the decision in effect                 |
      | take the case back                         |
      | close the case because the resident moved  |
      | report that the resident died              |

  Scenario Outline: A host tries
    Given a dispute decided by Anna and Boris, with both sides told
    When the time for an appeal and a week for letters pass
    And the host tries to <act>
    Then it is refused: whoever asks may not do this

    Examples:
      | act                                        |
      | put the decision in effect                 |
      | close the case because the resident moved  |
      | report that the resident died              |
      | undo the decision                          |

  Scenario: An officer undoes the decision within the time for an appeal
    Given a dispute decided by Anna and Boris, with both sides told
    When Officer Clara undoes the decision
    Then the case is being heard
    And no act ends the registration

  Scenario: An officer undoes the decision while the appeal is heard
    Given a dispute decided by Anna and Boris, with both sides told
    When the resident appeals
    And Officer Boris undoes the decision
    And Officer Boris decides alone that nothing changes
    Then the registration is in force

  Scenario: After the effect, one button no longer undoes
    Given a registration that ended by the decision of Anna and Boris
    When Officer Anna undoes the decision
    Then it is refused: the time for this has passed

  Scenario: A letter posted in time that comes after the effect brings the registration back
    Given a registration that ended by the decision of Anna and Boris
    When the resident appeals by a letter posted on 2026-07-09
    Then the case is under appeal
    And the registration is disputed
    And the person counts as registered

  Scenario: An appeal by the button after the effect is too late
    Given a registration that ended by the decision of Anna and Boris
    When the resident appeals
    Then it is refused: the time for this has passed

  Scenario: Who was in hospital during the time for an appeal gets it back
    Given a registration that ended by the decision of Anna and Boris
    When Officer Dora gives the time for an appeal back
    Then the case is under appeal
    And the registration is disputed

  Scenario: The time for an appeal is given back once
    Given a registration that ended by the decision of Anna and Boris
    When Officer Dora gives the time for an appeal back
    And the resident takes the appeal back
    And Officer Anna puts the decision in effect
    And Officer Fatima gives the time for an appeal back
    Then it is refused: this was used already

  Scenario: The office cannot give the time for an appeal back
    Given a registration that ended by the decision of Anna and Boris
    When Officer Anna gives the time for an appeal back
    Then it is refused: whoever asks may not do this

  Scenario: A settled case stands in no queue
    Given a registration that ended by the decision of Anna and Boris
    Then the case stands in no queue
