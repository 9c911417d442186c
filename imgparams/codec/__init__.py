"""Frozen values as JSON data and back, by their annotations; no class of ours is known here.

An annotation says what a value may be, so it also says how JSON is read into one and how one is written. For each
annotation that is met, a reader and a writer are made once, of those for the annotations inside it:

    Int                    an object whose keys are the keywords of `Int(...)`, each read by its own annotation
    tuple[Int, ...]        a list whose items are read as Int, a fault of one at its number
    int | None             null, or what `int` reads
    str | Part             text, or an object
    Domain                 an object whose `type` is a word that makes a Domain
    Literal["a", "b"]      one of these texts
    object, Any, T         any JSON, deeply frozen (a list becomes a tuple); T is a type variable
    Domain[int, int]       as Domain: what stands in the brackets is for type checkers

So with a `Box` of `size: int` and `inner: Box | None`, {"size": 1, "inner": {"size": "2"}} has one fault, "a whole
number" at inner.size. What an annotation can't say is given beside it, in a `Vocabulary`.

    marks         any value as JSON, without an annotation
    scalars       texts and numbers
    calls         what a class or a function takes by keyword
    vocabulary    the words of `type`, and what annotations do not say
    reading, writing    the readers and writers; cattrs keeps them by annotation, and is imported with the first
"""
