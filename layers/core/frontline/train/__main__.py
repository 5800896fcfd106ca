"""`python -m frontline.train [OUT_DIR]`."""

import sys

from frontline.train import main

main(sys.argv[1:])
