/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** A complex number, one item of a {@code complex64} or {@code complex128} array. */
public record Complex(double real, double imag) {

  @Override
  public String toString() {
    String imaginary = Decimals.text(imag, 8);
    return "(" + Decimals.text(real, 8) + (imaginary.startsWith("-") ? "" : "+") + imaginary + "j)";
  }
}
