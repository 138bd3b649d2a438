Feature: Notice of the decision
  A decision of which the person was not told twice starts no time and has no effect.

  Background:
    Given it is 2026-05-04 10:00 at the office
    And a dispute decided by Anna and Boris, of which nobody was told

  Scenario: A decision that nobody was told has no effect
    When 200 days pass
    And Officer Anna puts the decision in effect
    Then it is refused: the time for an appeal has not passed

  Scenario: One channel is not enough for the resident
    When a notice goes to the host by letter
    And a notice goes to the resident by letter
    And the delivery to the resident by letter is proved
    Then the case is decided, with the notice on its way

  Scenario: Two channels for the resident, one for the host
    When a notice goes to the host by letter
    And the resident is told on two channels
    Then the case is open to appeal
    And an appeal is possible until 2026-07-10

  Scenario: Also the host has to be told
    When the resident is told on two channels
    Then the case is decided, with the notice on its way

  Scenario: The time runs from whoever was told last
    When the resident is told on two channels
    And 30 days pass
    And a notice goes to the host by letter
    Then an appeal is possible until 2026-08-10

  Scenario: A notice that comes back stops the time for an appeal
    When both sides are told of the decision
    And the letter to the resident comes back
    Then the case is decided, with the notice on its way

  Scenario: A notice that comes back after the time stops the effect
    When both sides are told of the decision
    And the time for an appeal and a week for letters pass
    And the letter to the resident comes back
    And Officer Anna puts the decision in effect
    Then it is refused: the time for an appeal has not passed

  Scenario: Somebody who cannot be reached keeps their registration
    When a notice goes to the resident by letter
    And the letter to the resident comes back
    And 2 years pass
    And Officer Anna undoes the decision
    And Officer Anna decides alone that nothing changes
    Then the registration is in force

  Scenario: That nothing changes can be told by one channel
    When Officer Anna undoes the decision
    And Officer Anna decides alone that nothing changes
    And a notice goes to the resident by letter
    And a notice goes to the host by e-mail
    Then the case is open to appeal

  Scenario: Meanwhile the registration is disputed and nothing less
    When both sides are told of the decision
    Then the registration is disputed
    And no act ends the registration
