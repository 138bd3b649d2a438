Feature: Both sides are heard
  Whoever asks for an oral hearing gets one. Nobody is judged by something new that they were not shown.

  Background:
    Given it is 2026-05-04 10:00 at the office
    When the host opens a case about somebody who moved out
    And Officer Anna files a document
    And the resident is told on two channels

  Scenario: An answer is a hearing
    When the resident answers "I still live here; my lease runs."
    And Officer Anna drafts that the registration ends, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    Then the decision says that the resident answered

  Scenario: An oral hearing that was asked for is owed, also after the time for an answer
    When the resident asks for an oral hearing
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of a document, for Officer Boris to confirm
    Then it is refused: an oral hearing was asked for and is owed

  Scenario: The oral hearing is held with a record
    When the resident asks for an oral hearing
    And Officer Anna invites to a hearing on 2026-05-20
    And it is 2026-05-20 11:00 at the office
    And the hearing is held by Officer Anna with the resident and the host
    And Officer Anna drafts that the registration ends, on the ground of a document, for Officer Boris to confirm
    And Officer Boris confirms
    Then the decision says that the resident was heard orally
    And the decision says that the host was heard orally

  Scenario: Nobody is invited for tomorrow
    When the resident asks for an oral hearing
    And Officer Anna invites to a hearing on 2026-05-05
    Then it is refused: the hearing cannot be on that day

  Scenario: No hearing before its day
    When the resident asks for an oral hearing
    And Officer Anna invites to a hearing on 2026-05-20
    And the hearing is held by Officer Anna with nobody
    Then it is refused: the hearing cannot be on that day

  Scenario: No hearing without an invitation
    When the resident asks for an oral hearing
    And the hearing is held by Officer Anna with nobody
    Then it is refused: the hearing cannot be on that day

  Scenario: Who misses one hearing is invited again
    When the resident asks for an oral hearing
    And Officer Anna invites to a hearing on 2026-05-20
    And it is 2026-06-10 11:00 at the office
    And the hearing is held by Officer Anna with the host
    And Officer Anna drafts that the registration ends, on the ground of a document, for Officer Boris to confirm
    Then it is refused: an oral hearing was asked for and is owed

  Scenario: Who misses two hearings is judged on the file, and nothing follows from the absence
    When the resident asks for an oral hearing
    And Officer Anna invites to a hearing on 2026-05-20
    And it is 2026-05-20 11:00 at the office
    And the hearing is held by Officer Anna with nobody
    And Officer Anna invites to a hearing on 2026-06-10
    And it is 2026-06-10 11:00 at the office
    And the hearing is held by Officer Anna with nobody
    And Officer Anna drafts that the registration ends, on the ground of silence, for Officer Boris to confirm
    Then it is refused: these grounds do not carry this decision

  Scenario: The host can ask for an oral hearing too
    When the host asks for an oral hearing
    And the time for an answer of the resident passes
    And Officer Anna drafts that the registration ends, on the ground of a document, for Officer Boris to confirm
    Then it is refused: an oral hearing was asked for and is owed

  Scenario: Nobody asks for an oral hearing when the time for an answer is over
    When the time for an answer of the resident passes
    And the resident asks for an oral hearing
    Then it is refused: the time for this has passed

  Scenario: A new paper is shown to the resident before it counts
    When the time for an answer of the resident passes
    And Officer Anna files an extract
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: After a new paper the resident is told and has the whole time again
    When it is 2026-05-30 10:00 at the office
    And Officer Anna files an extract
    And the resident is told on two channels
    Then the resident can answer until 2026-07-01

  Scenario: What an officer saw at a visit is shown to the resident as well
    When the resident answers "Come and see."
    And Officer Anna visits and meets somebody
    And Officer Anna drafts that the registration ends, on the ground of a visit, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: What the host adds is put to the resident
    When the resident answers "I live here."
    And the host answers "The neighbours say otherwise."
    And Officer Anna drafts that the registration ends, on the ground of a document, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be

  Scenario: The host adds something once, so that the case comes to an end
    When the host answers "The neighbours say otherwise."
    And the host answers "And the postman too."
    Then it is refused: this was used already

  Scenario: A host cannot put papers on file by themselves
    When the host tries to file a document
    Then it is refused: whoever asks may not do this

  Scenario: Whoever hears of something new before the notice can speak, and is told and asked all the same
    When Officer Anna files an extract
    And the resident answers "I heard of it: that extract is my cousin's."
    And Officer Anna drafts that the registration ends, on the ground of an extract, for Officer Boris to confirm
    Then it is refused: the resident was not heard yet and still can be
