Feature: Who opens a case, and what can come of it
  A case has one purpose. Only few kinds of it can touch a registration, and none begins with a signal or a score.

  Scenario Outline: What a case can end with
    Then a case about <kind> can end so: <outcomes>

    Examples:
      | kind                                | outcomes                                                        |
      | a stranger at the address           | nothing changes; the registration ends                          |
      | somebody who moved out              | nothing changes; the registration ends                          |
      | the correction of a field           | nothing changes; the field is corrected                         |
      | an address that the register lacks  | nothing changes; the address is accepted; the address was found |
      | a crowded address                   | nothing changes; the address is marked                          |
      | a possible duplicate                | nothing changes; the records are merged                         |
      | a look at a record                  | nothing changes; the look had its reason; the look had no reason |
      | a reason for being late             | nothing changes; the delay is excused                           |
      | an objection to the office          | nothing changes; the objection is granted                       |
      | protection                          | nothing changes; the address is protected                       |
      | a host who refuses                  | nothing changes; the host is not needed                         |

  Scenario Outline: Who may open a case
    Then nobody but <who> opens a case about <kind>

    Examples:
      | who                          | kind                               |
      | the host                     | a stranger at the address          |
      | the host                     | somebody who moved out             |
      | the resident                 | the correction of a field          |
      | the resident and the program | an address that the register lacks |
      | an officer                   | a crowded address                  |
      | an officer                   | an address where nobody could live |
      | the program and the resident | a possible duplicate               |
      | the resident                 | protection                         |
      | the resident                 | a home that is not fit             |

  Scenario: A host disputes one entry at their home
    When the host opens a case about a stranger at the address
    Then the case is being heard
    And the registration is disputed
    And the person counts as registered

  Scenario: An officer cannot open a dispute about somebody
    When Officer Anna opens a case about a stranger at the address
    Then it is refused: whoever asks may not do this

  Scenario: The program cannot open a dispute
    When the program opens a case about somebody who moved out
    Then it is refused: whoever asks may not do this

  Scenario: The program cannot find an address crowded
    When the program opens a case about a crowded address
    Then it is refused: whoever asks may not do this

  Scenario: A host cannot ask for the correction of somebody's record
    When the host opens a case about the correction of a field
    Then it is refused: whoever asks may not do this

  Scenario: The appeal body opens no case
    When Officer Dora opens a case about a crowded address
    Then it is refused: whoever asks may not do this

  Scenario: A clerk opens a case on the word of somebody at the desk
    When the resident opens a case about the correction of a field, at the desk of Clerk Emil
    Then the case is being heard
    And the field says "under correction"

  Scenario: The office has three months to decide, and the queue says so
    When the resident opens a case about the correction of a field
    Then the case stands in the queue under 2026-08-04

  Scenario: A case that nobody touches for ten years is still open, and so is the registration
    When the host opens a case about a stranger at the address
    And 10 years pass
    Then the case is being heard
    And the person counts as registered
