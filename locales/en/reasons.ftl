# Reasons with which a decision can be begun. Each goes out in the language of the office and in the person's.

# A host does not know the person
reason-stranger-nothing-changes-1-facts = The resident lives at the address. The host had let the home through somebody else.
reason-stranger-nothing-changes-1-why = A registration says where somebody lives, and they live here. It gives no right to the property.
reason-stranger-nothing-changes-2-facts = Beside the host's word nothing on file says that the resident lives elsewhere.
reason-stranger-nothing-changes-2-why = A declaration counts as true until something else is shown. One word against it is not enough.
reason-stranger-nothing-changes-3-facts = The resident has shown a paper about the home, and the host has not answered it.
reason-stranger-nothing-changes-3-why = What the resident has shown fits what they declared. Nothing on file stands against it.
reason-stranger-registration-ends-1-facts = The home was let to somebody else all the time. The resident never lived there.
reason-stranger-registration-ends-1-why = A registration says where somebody lives. Everybody was heard, and nobody has shown that they live here.
reason-stranger-registration-ends-2-facts = The resident says that they paid for the address and never lived there.
reason-stranger-registration-ends-2-why = The resident says so themselves. They can declare where they live at any time, and lose nothing by it.

# A host says that the person moved out
reason-moved-out-nothing-changes-1-facts = The resident still lives at the address. They were away for some time.
reason-moved-out-nothing-changes-1-why = Whoever is away for a time has not moved out. Absence is no evidence.
reason-moved-out-nothing-changes-2-facts = Beside the host's word nothing on file says that the resident moved out.
reason-moved-out-nothing-changes-2-why = A registration ends by the person's own word or by evidence. There is neither.
reason-moved-out-registration-ends-1-facts = The resident says that they moved out, and where they live now is known to them alone.
reason-moved-out-registration-ends-1-why = The resident says so themselves. They can declare the new address at any time.
reason-moved-out-registration-ends-2-facts = The rooms were handed back by a paper with the resident's signature. Somebody else lives there.
reason-moved-out-registration-ends-2-why = The resident was told on two ways, had the whole time to answer, and the paper says so.

# A field is said to be wrong
reason-correction-field-corrected-1-facts = The document that was shown has the value that the person asks for.
reason-correction-field-corrected-1-why = The record has to say what is right. The earlier value stays in its history.
reason-correction-field-corrected-2-facts = The mistake was made at the desk. The person had said it rightly.
reason-correction-field-corrected-2-why = The office made the mistake, and mends it. The person has nothing to prove.
reason-correction-nothing-changes-1-facts = The record says the same as the document that was shown.
reason-correction-nothing-changes-1-why = Nothing on file shows another value. With another document it can be asked again at any time.
reason-correction-nothing-changes-2-facts = The person can change this field themselves on their own pages.
reason-correction-nothing-changes-2-why = No decision is needed for it. The office helps at the desk if the page does not.

# An address that the register lacks
reason-unlisted-address-accepted-1-facts = The house stands where the person describes it. The register does not have it yet.
reason-unlisted-address-accepted-1-why = A gap in the register is not the person's fault. Their words say where they live.
reason-unlisted-address-accepted-2-facts = The person can be reached by letter at the place that they describe.
reason-unlisted-address-accepted-2-why = What a registration needs is a place where somebody can be found by post. This is one.
reason-unlisted-address-matched-1-facts = The place that the person describes stands in the register under another name.
reason-unlisted-address-matched-1-why = It is the same place. The registration goes on from its first day.
reason-unlisted-address-matched-2-facts = The register has the house since its last edition.
reason-unlisted-address-matched-2-why = Now the register names the place, and the record names it in the same way.
reason-unlisted-nothing-changes-1-facts = The place could not be found with what the person wrote.
reason-unlisted-nothing-changes-1-why = The declaration stays in force. More words or a photo of a letter would help.
reason-unlisted-nothing-changes-2-facts = The person has declared another address meanwhile, or is about to.
reason-unlisted-nothing-changes-2-why = Nothing is left to find out. What was declared stays as it is.

# A crowded address
reason-crowded-nothing-changes-1-facts = There are as many rooms at the address as people who declared it.
reason-crowded-nothing-changes-1-why = The number has its explanation. Nobody is asked anything.
reason-crowded-nothing-changes-2-facts = Some of those who declared it moved on, and others came. They did not live there at once.
reason-crowded-nothing-changes-2-why = The number of declarations is not the number of people. There is nothing to note.
reason-crowded-address-marked-1-facts = The address has fewer rooms than people who declared it. The host was heard.
reason-crowded-address-marked-1-why = Whoever declares it next is asked one question. Nobody's registration changes.
reason-crowded-address-marked-2-facts = The host says that the address was given to people who never lived there.
reason-crowded-address-marked-2-why = A note about the address protects newcomers from buying it. It is about nobody in particular.

# An address that may be no home
reason-non-residential-nothing-changes-1-facts = People live at the address. The register names its use wrongly or not at all.
reason-non-residential-nothing-changes-1-why = What counts is whether somebody lives there, and somebody does.
reason-non-residential-nothing-changes-2-facts = Part of the house is an office, and part of it is lived in.
reason-non-residential-nothing-changes-2-why = A house can be both. The declarations fit the part that is lived in.
reason-non-residential-address-marked-1-facts = The house was taken down, or nobody could live in it. The host was heard.
reason-non-residential-address-marked-1-why = Whoever declares it next is asked one question. Nobody's registration changes.
reason-non-residential-address-marked-2-facts = There is an office or a workshop at the address, and no room to live in.
reason-non-residential-address-marked-2-why = A note about the address protects newcomers. It is about nobody in particular.

# Two records
reason-possible-duplicate-nothing-changes-1-facts = These are two people. One number was written with a slip.
reason-possible-duplicate-nothing-changes-1-why = Two people keep two records. Please check the number in yours, and correct it if it is wrong.
reason-possible-duplicate-nothing-changes-2-facts = Nothing on file shows that the two records are about one person.
reason-possible-duplicate-nothing-changes-2-why = Records are joined only if it is sure that both are about one person. It is not.
reason-possible-duplicate-records-merged-1-facts = The person says that both records are theirs, and both name the same document.
reason-possible-duplicate-records-merged-1-why = The person says so themselves. The records can be taken apart again at any time.
reason-possible-duplicate-records-merged-2-facts = Names, birth and document are the same, and the document itself was seen.
reason-possible-duplicate-records-merged-2-why = Everything fits one person, and nothing was said against it. The records can be taken apart again.

# A question about a look
reason-look-look-explained-1-facts = The record was opened in a case, for the purpose of that case.
reason-look-look-explained-1-why = Whoever works on a case may read what it needs. You can see which fields were shown.
reason-look-look-explained-2-facts = The record was opened at a desk, while you were there.
reason-look-look-explained-2-why = A clerk opens a record only with the person's own code or document.
reason-look-look-wrong-1-facts = Nothing on file says for what the record was opened.
reason-look-look-wrong-1-why = Nobody may open a record without a reason. Whoever supervises the reader is told.
reason-look-look-wrong-2-facts = The record was opened by mistake, instead of another one.
reason-look-look-wrong-2-why = A mistake is no reason. It stays in your list, and whoever supervises the reader is told.
reason-look-nothing-changes-1-facts = The question was answered in another case.
reason-look-nothing-changes-1-why = What was answered there holds for this look too.
reason-look-nothing-changes-2-facts = The look was the person's own, on another device.
reason-look-nothing-changes-2-why = Nobody else opened the record. If you are unsure, end the other sessions.

# A reason for being late
reason-late-reason-late-excused-1-facts = The person was ill and could not come or use the pages.
reason-late-reason-late-excused-1-why = Nobody can be held to a day on which they could not act.
reason-late-reason-late-excused-2-facts = The pages or the office could not be reached in time.
reason-late-reason-late-excused-2-why = What fails on our side is not the person's delay.
reason-late-reason-nothing-changes-1-facts = The reason does not say what kept the person on those days.
reason-late-reason-nothing-changes-1-why = The registration is in force all the same. More can be said at any time.
reason-late-reason-nothing-changes-2-facts = The declaration was in time. Nothing has to be excused.
reason-late-reason-nothing-changes-2-why = Counted by the rule that gives the most time, the day had not passed.

# An objection to the office
reason-appeal-granted-1-facts = The office did not hear the person before it acted.
reason-appeal-granted-1-why = Whoever is concerned is heard first. What was done without it is taken back.
reason-appeal-granted-2-facts = The office made a mistake in what it wrote down.
reason-appeal-granted-2-why = A mistake of the office is the office's to mend, and it is mended.
reason-appeal-nothing-changes-1-facts = What the office did follows from the rule, and the person was heard.
reason-appeal-nothing-changes-1-why = Nothing in the objection shows a mistake. The appeal body can read everything again.
reason-appeal-nothing-changes-2-facts = The office has taken back what it did before this objection was read.
reason-appeal-nothing-changes-2-why = There is nothing left to take back.

# Protection
reason-protection-protected-1-facts = The person fears somebody who could find them by their address.
reason-protection-protected-1-why = Their own word is enough. The address stays hidden as long as they want it.
reason-protection-protected-2-facts = A paper of the police, a court or a shelter was shown.
reason-protection-protected-2-why = The danger is shown. Nobody at home or outside finds the address.
reason-protection-nothing-changes-1-facts = The person says that there is no danger any more.
reason-protection-nothing-changes-1-why = The person says so themselves. They can ask again at any time, and it is hidden at once.
reason-protection-nothing-changes-2-facts = The request was made for another reason than fear, as the person says.
reason-protection-nothing-changes-2-why = To hide an address is for people in danger. They can ask again at any time.

# A host who does not confirm
reason-host-refuses-host-dispensed-1-facts = The resident lives at the address. The host gives no reason against it.
reason-host-refuses-host-dispensed-1-why = Nobody's registration hangs on the goodwill of a host.
reason-host-refuses-host-dispensed-2-facts = A paper shows that the home was let to the resident.
reason-host-refuses-host-dispensed-2-why = The paper is enough. The host's confirmation is not needed.
reason-host-refuses-nothing-changes-1-facts = The host has confirmed meanwhile.
reason-host-refuses-nothing-changes-1-why = Nothing is left to decide. The registration was in force all the time.
reason-host-refuses-nothing-changes-2-facts = The registration is in force, and no confirmation was asked for by anybody.
reason-host-refuses-nothing-changes-2-why = A registration holds without a host's word. Nothing has to be replaced.

# A home that cannot be registered as it is
reason-home-not-fit-address-marked-1-facts = The house has no number or no permit, and people live in it.
reason-home-not-fit-address-marked-1-why = A note about the address spares the next ones the same question. Every registration stays.
reason-home-not-fit-address-marked-2-facts = The house is not finished, and the person lives in the part that is.
reason-home-not-fit-address-marked-2-why = People are registered where they live, not where a permit says so.
reason-home-not-fit-nothing-changes-1-facts = The registration is in force. What the home lacks does not touch it.
reason-home-not-fit-nothing-changes-1-why = Where somebody lives can be registered as it is. Nothing has to change.
reason-home-not-fit-nothing-changes-2-facts = The owner has mended what was missing.
reason-home-not-fit-nothing-changes-2-why = Nothing is left to decide. The registration was in force all the time.
