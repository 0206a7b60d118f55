"""Who speaks, to whom: what `AttributeQuotations` is made of.

`clauses` cuts narration into pieces, `cues` reads the words that name a speaker, `surroundings`
gathers what stands around each quotation, `vocatives` who is called by name inside it, `turns`
joins the quotations of a paragraph, `candidates` knows who is about, and `conversations` solves
a whole run of turns at once.
"""
