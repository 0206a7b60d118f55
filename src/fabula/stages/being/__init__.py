"""What the stage of states is made of: how people are, and what they are like.

Passages become signs (`signs`): by words (`conditions`, `set_phrases`, `afflictions`), by verbs
(`deeds`, `weapons`, `drinking`), by parts of the body (`body`, `bonds`, `voices`), by what the dead
leave (`mourned`), by dress (`guises`), by what people say of themselves (`said`); `figures` tells
what is only a manner of speaking. `intervals` joins signs to states that begin and end, with
`remissions`, `survivors` and `rousing` against them. Fixed traits come from `looks`,
`ages`, `callings`, `roles` and `livelihoods`, less what `contradictions` finds. Who is meant is
said by `bearing`, `depicting` and `describing`.
"""
