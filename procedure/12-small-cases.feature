Feature: Cases that touch no registration
  A correction, an address, a look, a delay, an objection, a host who refuses. Whoever asked for something gets it at once.

  Background:
    Given it is 2026-05-04 10:00 at the office

  Scenario: A field is corrected at once, by one officer
    When the resident opens a case about the correction of a field
    And Officer Anna decides alone that the field is corrected
    And Officer Anna puts the decision in effect
    Then the case is settled
    And the field no longer says "under correction"

  Scenario: A refused correction can be appealed, and the mark stays meanwhile
    When the resident opens a case about the correction of a field
    And Officer Anna decides alone that nothing changes
    And both sides are told of the decision
    And the resident appeals
    Then the case is under appeal
    And the field says "under correction"

  Scenario: The appeal body corrects the field instead
    When the resident opens a case about the correction of a field
    And Officer Anna decides alone that nothing changes
    And the resident appeals
    And Officer Dora of the appeal body decides instead that the field is corrected
    And Officer Anna puts the decision in effect
    Then the case is settled
    And the decision is that the field is corrected

  Scenario: A case about a correction cannot end a registration
    When the resident opens a case about the correction of a field
    And Officer Anna files a document
    And Officer Anna drafts that the registration ends, on the ground of a document, for Officer Boris to confirm
    Then it is refused: this kind of case cannot have that outcome

  Scenario: An address that the register lacks is accepted as described
    When the program opens a case about an address that the register lacks
    And Officer Anna decides alone that the address is accepted
    And Officer Anna puts the decision in effect
    Then the registration is in force
    And the case is settled

  Scenario: An address that the register lacks never ends a registration
    When the program opens a case about an address that the register lacks
    And Officer Anna visits and meets nobody
    And Officer Anna drafts that the registration ends, on the ground of an absence at a visit, for Officer Boris to confirm
    Then it is refused: this kind of case cannot have that outcome

  Scenario: The person moves before the address was found
    When the program opens a case about an address that the register lacks
    And the resident declares another address
    Then the case is closed, by the person's own act

  Scenario: A crowded address is a case about the address, with its host heard and nobody else
    When Officer Anna opens a case about a crowded address
    Then such a case hears the host
    And the registration is in force

  Scenario: A crowded address is not marked before the host was heard
    When Officer Anna opens a case about a crowded address
    And Officer Anna decides alone that the address is marked
    Then it is refused: the other side was not heard yet and still can be

  Scenario: A crowded address is marked, and everybody there stays registered
    When Officer Anna opens a case about a crowded address
    And a notice goes to the host by letter
    And the host answers "It is a dormitory with thirty rooms."
    And Officer Anna decides alone that the address is marked
    Then the decision says that the host answered
    And the registration is in force

  Scenario: A crowded address cannot end anybody's registration
    When Officer Anna opens a case about a crowded address
    And Officer Anna files an extract
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: this kind of case cannot have that outcome

  Scenario: A mark on an address waits for the host's appeal
    When Officer Anna opens a case about an address where nobody could live
    And a notice goes to the host by letter
    And the host answers "There are flats on the upper floors."
    And Officer Anna decides alone that the address is marked
    And both sides are told of the decision
    And Officer Anna puts the decision in effect
    Then it is refused: the time for an appeal has not passed

  Scenario: A resident has no part in a case about an address
    When Officer Anna opens a case about a crowded address
    And the resident answers "I can explain."
    Then it is refused: the case has no such side

  Scenario: A look that had no reason
    When the resident opens a case about a look at a record
    And Officer Anna decides alone that the look had no reason
    And Officer Anna puts the decision in effect
    Then the case is settled
    And the decision is that the look had no reason

  Scenario: A reason for being late is read by a person
    When the resident opens a case about a reason for being late
    And 1 years pass
    Then the case is being heard
    And there is no decision

  Scenario: A delay is excused on the person's word
    When the resident opens a case about a reason for being late
    And Officer Anna decides alone that the delay is excused, on the ground of the resident's words
    And Officer Anna puts the decision in effect
    Then the decision is that the delay is excused
    And the registration is in force

  Scenario: An objection to the office is granted
    When the resident opens a case about an objection to the office
    And Officer Anna decides alone that the objection is granted
    And Officer Anna puts the decision in effect
    Then the case is settled

  Scenario: An objection that is not granted goes to the appeal body
    When the resident opens a case about an objection to the office
    And Officer Anna decides alone that nothing changes
    And a notice goes to the resident by e-mail
    And the resident appeals
    And Officer Dora of the appeal body decides instead that the objection is granted
    Then the decision is that the objection is granted
    And the decision names Dora

  Scenario: A host who refuses is asked, and the person is registered meanwhile
    When the resident opens a case about a host who refuses
    And Officer Anna decides alone that the host is not needed
    Then it is refused: the other side was not heard yet and still can be

  Scenario: A host who refuses and does not answer is not needed
    When the resident opens a case about a host who refuses
    And a notice goes to the host by letter
    And the time for an answer of the host passes
    And Officer Anna decides alone that the host is not needed, on the ground of silence
    Then the decision says that the host had the time to answer
    And the registration is in force

  Scenario: The host learns nothing of a home that is not fit
    When the resident opens a case about a home that is not fit
    And a notice goes to the host by letter
    Then it is refused: the case has no such side

  Scenario: Who asked for something can take it back
    When the resident opens a case about a home that is not fit
    And the resident takes the case back
    Then the case is closed, taken back
