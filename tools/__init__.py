"""Makes files of this repository: `python -m tools` those made from the tables, `--check` says which are stale.

`python -m tools.ci_lock` makes the locks of CI, and `docs/conf.py` the pages that only the site has (`vendor_pages`,
`command_page`) each time it is built. `python -m tools.release_check` builds what is released, and judges it.
"""
