Feature: Hosts, their letters and their disputes
  A host answers once by a letter with a code. Five wrong codes spend the letter. Many disputes of one host are a fact about the disputes.

  Background:
    Given it is 2026-05-04 10:00 at the office

  Scenario: The host knows the resident
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When the host types the code and says "Yes, they live here"
    Then the answer with the code is taken
    And no case was opened

  Scenario: The host does not know the resident
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When the host types the code and says "I don't know this person"
    Then the answer with the code is taken
    And the registration is disputed

  Scenario: The host says that the resident moved out
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When the host types the code and says "Moved out"
    Then the case is being heard
    And the person counts as registered

  Scenario: A host who does not answer the letter says nothing
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When 1 years pass
    Then no case was opened

  Scenario: A code is good for one answer
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When the host types the code and says "Yes, they live here"
    And the host types the code and says "Moved out"
    Then the answer with the code is not taken: answered already

  Scenario: A slip of the pen is not counted
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When the host mistypes the code 20 times
    And the host types the code and says "Yes, they live here"
    Then the answer with the code is taken

  Scenario: A guess is counted
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When somebody types 4 wrong codes
    Then the answer with the code is not taken: wrong code, 1 tries left

  Scenario: After five guesses also the right code is refused
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When somebody types 5 wrong codes
    And the host types the code and says "I don't know this person"
    Then the answer with the code is not taken: too many wrong codes: ask for a new letter
    And no case was opened

  Scenario: A letter grows old
    Given a letter with a code to the host, good until 2026-07-01 00:00
    When 90 days pass
    And the host types the code and says "Moved out"
    Then the answer with the code is not taken: too old: ask for a new letter

  Scenario: A host who disputes everybody shows as a fact about the disputes
    Given a host with 512 entries at their homes
    When the host disputes 500 of them
    And 480 of the disputes are taken back by the host
    Then the officer of one of them reads «500 of 512 entries disputed: 20 open, 480 withdrawn, 0 stayed, 0 ended»

  Scenario: Five hundred disputes weigh no more than one
    Given a host with 500 entries at their homes
    When the host disputes 500 of them
    Then each of the 500 registrations is disputed

  Scenario: A host who disputes nobody
    Given a host with 3 entries at their homes
    Then the officer of one of them reads «0 of 3 entries disputed: 0 open, 0 withdrawn, 0 stayed, 0 ended»
