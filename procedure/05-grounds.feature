Feature: What a decision can rest on
  An absence at a visit, a silence and a host's word are no evidence, alone or together.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about somebody who moved out

  Scenario: Nobody was met at a visit
    When Officer Anna visits and meets nobody
    And the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of an absence at a visit, for Officer Boris to confirm
    Then it is refused: these grounds do not carry this decision

  Scenario: Nobody was met at three visits, and nobody answered for a year
    When Officer Anna visits and meets nobody
    And Officer Anna visits and meets nobody
    And Officer Anna visits and meets nobody
    And the resident is told on two channels
    And 1 years pass
    And Officer Anna drafts that the registration ends, on the ground of an absence at a visit and silence, for Officer Boris to confirm
    Then it is refused: these grounds do not carry this decision

  Scenario: The host's word, a silence and an absence together
    When Officer Anna visits and meets nobody
    And the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of the other side's words, silence and an absence at a visit, for Officer Boris to confirm
    Then it is refused: these grounds do not carry this decision

  Scenario: An absence at a visit changes nothing by itself
    When Officer Anna visits and meets nobody
    Then the registration is disputed
    And the case is being heard

  Scenario: The host's word alone
    When the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of the other side's words, for Officer Boris to confirm
    Then it is refused: these grounds do not carry this decision

  Scenario: The person's own word carries
    When the resident is told on two channels
    And the resident answers "Yes, I moved to my brother's in March."
    And Officer Anna drafts that the registration ends, on the ground of the resident's words, for Officer Boris to confirm
    Then the case is with the second officer

  Scenario: A ground that is not on file
    When the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the file of the case does not hold an extract

  Scenario: Words that the resident never said
    When the resident is told on two channels
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of the resident's words, for Officer Boris to confirm
    Then it is refused: the file of the case does not hold the resident's words

  Scenario: Silence of somebody who still has time is no silence
    When Officer Anna files a document
    And the resident is told on two channels
    And Officer Anna decides alone that nothing changes, on the ground of silence
    Then it is refused: the file of the case does not hold silence

  Scenario: The host's word against the resident's, and nothing else
    When the resident is told on two channels
    And the resident answers "I live here."
    And Officer Anna drafts that the registration ends, on the ground of the other side's words, for Officer Boris to confirm
    Then it is refused: these grounds do not carry this decision

  Scenario Outline: Reasons that are none
    When Officer Anna writes as reasons <reasons>
    Then the reasons are refused

    Examples:
      | reasons                     |
      | «   »                       |
      | «See file.»                 |
      | «............»              |
      | «a long line of words without any stop» |

  Scenario: One sentence is enough, in any script
    When Officer Anna writes as reasons «Договор аренды действует до декабря, иных сведений нет.»
    Then the reasons are accepted

  Scenario: A decision shows facts, rule and reasons
    When the resident is told on two channels
    And the resident answers "I live here."
    And Officer Anna decides alone that nothing changes, on the ground of the resident's words
    Then the decision gives facts, rule and reasons
    And the decision names Anna
