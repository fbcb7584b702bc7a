import numpy as np
import pytest

from kg.annotate.exact import ExactOps, Matrix

DRAWN = np.random.default_rng(7)
ROWS = DRAWN.normal(size=(200, 288)).astype("float32")
WEIGHTS = DRAWN.normal(size=(96, 288)).astype("float32")


def product(rows: Matrix) -> Matrix:
    exact: Matrix = ExactOps().gemm(rows, WEIGHTS, trans2=True)
    return exact


@pytest.mark.parametrize("start", [1, 2, 3, 64, 150])
@pytest.mark.parametrize("count", [1, 5, 50])
def test_row_has_the_same_product_wherever_it_stands(start: int, count: int) -> None:
    some = slice(start, start + count)
    np.testing.assert_array_equal(product(ROWS[some]), product(ROWS)[some])


def test_sums_do_not_depend_on_the_order_of_columns() -> None:
    order = DRAWN.permutation(288)
    np.testing.assert_array_equal(
        ExactOps().gemm(ROWS[:, order], WEIGHTS[:, order], trans2=True), product(ROWS)
    )


def test_product_is_near_the_plain_one() -> None:
    plain = ROWS @ WEIGHTS.T
    assert np.abs(product(ROWS) - plain).max() < 0.02 * np.abs(plain).max()


def test_other_ways_of_laying_matrices_give_the_same_product() -> None:
    exact = ExactOps()
    out = np.empty((200, 96), dtype="float32")
    exact.gemm(np.ascontiguousarray(ROWS.T), np.ascontiguousarray(WEIGHTS.T), out=out, trans1=True)
    np.testing.assert_array_equal(out, product(ROWS))


def test_rows_of_zeros_and_no_rows_have_products() -> None:
    np.testing.assert_array_equal(product(np.zeros((2, 288), "float32")), np.zeros((2, 96)))
    assert product(np.zeros((0, 288), "float32")).shape == (0, 96)
