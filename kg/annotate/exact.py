"""Multiply matrices so that no sum is rounded: the same bits in any batch, on any processor.

Fast products add in an order that changes with the number of rows, a row's place among them and the
kind of processor, and each order rounds differently. Here both matrices are whole numbers, few
enough that every sum stays below 2²⁴, which 32-bit numbers hold exactly, in whatever order: weights
of 8 bits, with a scale for each thing that is computed; the rest of as many as then fit (9 bits or
so), with a scale for each row. docs/decisions/exact-products.md has what it costs.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

EXACT = 2**24  # whole numbers up to here are 32-bit floating-point numbers
WEIGHTS = 127  # the largest weight

Matrix = NDArray[np.float32]


class ExactOps(NumpyOps):  # type: ignore[misc]  # thinc leaves it untyped
    """thinc's operations for numpy, with exact products: to predict with, not to learn."""

    name = "kg_exact"

    def gemm(
        self,
        x: Any,
        y: Any,
        out: Any = None,
        trans1: bool = False,
        trans2: bool = False,
    ) -> Any:
        """The product of two matrices, rows by columns."""
        rows, columns = (x.T if trans1 else x), (y if trans2 else y.T)
        most = min(EXACT // (WEIGHTS * max(rows.shape[1], 1)), EXACT)
        left, row_scales = _whole(rows, most)
        right, column_scales = _whole(columns, WEIGHTS)
        product = np.matmul(left, right.T, out=out)
        product *= row_scales
        product *= column_scales.T
        return product


def _whole(matrix: Matrix, most: int) -> tuple[Matrix, Matrix]:
    """The matrix in whole numbers up to `most`, and what each row is to be multiplied by."""
    scales = np.abs(matrix).max(axis=1, keepdims=True, initial=0)
    scales[scales == 0] = 1
    scales /= most
    whole = matrix / scales
    return np.rint(whole, out=whole), scales
