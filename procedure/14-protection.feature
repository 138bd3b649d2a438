Feature: Protection
  The address is hidden from the first minute. To refuse protection takes two officers. No host hears of it.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the resident opens a case about protection

  Scenario: The address is hidden at once, before anybody has decided
    Then the address is hidden

  Scenario: No notice goes to a host
    When a notice goes to the host by letter
    Then it is refused: the case has no such side

  Scenario: A host has no word in it
    When the host answers "Where is she?"
    Then it is refused: the case has no such side

  Scenario: Protection is granted at once, by one officer
    When Officer Anna decides alone that the address is protected
    And Officer Anna puts the decision in effect
    Then the case is settled
    And the address is hidden

  Scenario: Nobody refuses protection alone
    When Officer Anna decides alone that nothing changes, on the ground of the resident's words
    Then it is refused: a second officer has to confirm this

  Scenario: Protection is not refused out of silence
    When Officer Anna drafts that nothing changes, on the ground of an absence at a visit, for Officer Boris to confirm
    Then it is refused: the file of the case does not hold an absence at a visit

  Scenario: While a refusal can be appealed, the address stays hidden
    When Officer Anna files a document
    And Officer Anna drafts that nothing changes, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    And the resident is told on two channels
    Then the case is open to appeal
    And the address is hidden

  Scenario: While an appeal is heard, the address stays hidden
    When Officer Anna files a document
    And Officer Anna drafts that nothing changes, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    And the resident is told on two channels
    And the resident appeals
    And 2 years pass
    Then the address is hidden

  Scenario: A refusal in effect ends the protection
    When Officer Anna files a document
    And Officer Anna drafts that nothing changes, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    And the resident is told on two channels
    And the time for an appeal and a week for letters pass
    And Officer Anna puts the decision in effect
    Then the address is not hidden
    And the registration is in force

  Scenario: Who asked for protection can end it
    When the resident takes the case back
    Then the address is not hidden

  Scenario: Ten years of silence end no protection
    When 10 years pass
    Then the address is hidden
