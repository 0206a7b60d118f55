"""What the stage of items is made of: who has what.

`things` gathers the mentions of one thing, and `meaning_it` says what “it” is. `handlings` finds
the passages (`handled`) that say who has a thing: where it is seen (`sights`) or what is done with
it (`deeds`), which by the kind of verb (`verbs`) comes to an `outcome`: in `having`, in
`letting_go`, in the hands of `receiving`. `custody` turns the passages into stretches of text.
"""
