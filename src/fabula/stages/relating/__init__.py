"""What the stage of relations is made of: who is what to whom.

`people` is what all of them ask: who is meant by a word (`members`), in which sentence and line it
stands (`wording`), who says it; `arcs` is the grammar around it. A passage makes a claim
(`claims`): by a noun for a relative (`described`, `descriptions`, `plurals`, `kin_names`), whose
owner is found by `owners` and who is found by `pointing` or, where no words say it, by
`candidates` from several signs; by verbs (`statements`, `endings`); by how people are called
(`addresses`, `ranks`, `schools`, `only_called`); by living next door, serving together or taking
prisoners (`neighbours`, `arresting`).
`being_there` leaves out who cannot be meant.
`following` draws what follows, `surnames` and `married` speak against, and `settled` is what is
known while more is read. `unnamed` keeps relatives whom nobody names.
"""
