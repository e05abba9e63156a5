"""In and out: the forms in which a record, or a part of it, goes to others, and in which other people's rows come in.

Pure: takes model objects and plain values, gives lines, rows and claims; knows no store, and opens no file by itself.

    native      the whole record as JSON Lines, out and in again without loss
    schema      the JSON Schema of that form, made of the model
    tables      CSV that no spreadsheet runs
    …           one module a foreign form: GeoJSON, PROV, BagIt, ACLED, UCDP, FollowTheMoney, HXL
    rows        a row of somebody's table as a document
    mapping     what its columns mean, and the claims that follow
"""
