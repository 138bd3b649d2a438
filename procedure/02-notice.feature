Feature: Notice
  A notice to somebody who could lose by the case counts when two channels have proved it, and not before the day on which a letter would
  have arrived.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about a stranger at the address

  Scenario: A notice that was only sent starts no time
    When a notice goes to the resident by letter
    And a notice goes to the resident by e-mail
    And 60 days pass
    Then the time for an answer of the resident has not begun

  Scenario: One proof is not enough
    When a notice goes to the resident by letter
    And the delivery to the resident by letter is proved
    Then the time for an answer of the resident has not begun

  Scenario: The same channel twice is one channel
    When a notice goes to the resident by letter
    And the delivery to the resident by letter is proved
    And a notice goes to the resident by letter
    And the delivery to the resident by letter is proved
    Then the time for an answer of the resident has not begun

  Scenario: Two proofs start the time, from the day on which the letter would have come
    When the resident is told on two channels
    Then the resident can answer until 2026-06-05

  Scenario: The second proof counts, not the first
    When a notice goes to the resident by letter
    And the delivery to the resident by letter is proved
    And 20 days pass
    And a notice goes to the resident by in-box
    And the resident opens the message in the in-box
    Then today is 2026-05-24
    And the resident can answer until 2026-06-22

  Scenario: Whoever opens the message early loses no time
    When a notice goes to the resident by e-mail
    And a notice goes to the resident by in-box
    And the resident opens the message in the in-box
    And the delivery to the resident by e-mail is proved
    Then the resident can answer until 2026-06-05

  Scenario: A notice handed over at a desk needs a second channel too
    When a notice goes to the resident by hand
    And the delivery to the resident by hand is proved
    Then the time for an answer of the resident has not begun

  Scenario: By hand and in the in-box, the time starts on the same day
    When a notice goes to the resident by hand
    And the delivery to the resident by hand is proved
    And a notice goes to the resident by in-box
    And the resident opens the message in the in-box
    Then the resident can answer until 2026-06-01

  Scenario: A letter that comes back stops the time
    When the resident is told on two channels
    And the letter to the resident comes back
    Then the time for an answer of the resident has not begun

  Scenario: After a letter came back, a third channel starts the time anew
    When the resident is told on two channels
    And the letter to the resident comes back
    And 10 days pass
    And a notice goes to the resident by SMS
    And the delivery to the resident by SMS is proved
    Then the resident can answer until 2026-06-15

  Scenario: What was never sent cannot be proved
    When the delivery to the resident by letter is proved
    Then it is refused: the resident was sent no notice yet

  Scenario: The host cannot say that the resident was told
    When a notice goes to the resident by in-box
    And the host tries to prove the delivery to the resident
    Then it is refused: whoever asks may not do this

  Scenario: A host who opened the case needs no notice of it
    When a notice goes to the host by letter
    Then the time for an answer of the host has not begun
