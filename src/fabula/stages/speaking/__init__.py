"""Who speaks, to whom: what `AttributeQuotations` is made of.

`clauses` cuts narration into pieces; `cues`, with `cue_verbs`, `cue_subjects` and `cue_parts`,
reads the words that name a speaker; `surroundings` gathers what stands around each quotation,
`vocatives` who is called inside it. `turns` joins the quotations of a paragraph, `candidates`
knows who is about, `conversations` solves the turns of a story together, and `addressees` and
`evidence` say what follows. `thinkers` and `nested` attribute what no conversation does.
`people` is the cast as all of them see it.
"""
