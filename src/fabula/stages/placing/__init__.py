"""What the stages of places and presence are made of.

For places, `routes` ties the words around a place to a verb, `cues` and `standing_places` say what
a named place tells of where the story is, `settings` follows that from move to move, and
`same_places` joins what is one place. `sightings` puts people there, and `settled` whoever acts;
`stays` joins sightings. For presence, `traces` are signs that somebody is there, weighed by
`presence_weights` in `scene_company`, less `remote_voices`. `moves` and `comings` read arrivals
and departures.
"""
