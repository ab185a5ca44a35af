/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.data.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An attribute called like another object holds rows of it, counted from 0: {@code spikes.clusters}
 * tells the row of {@code clusters} for each spike.
 */
public final class CrossReferences {
  private CrossReferences() {}

  /** What refers to rows that are not there, one sentence each. */
  public static List<String> faults(Map<String, DataObject> objects) {
    List<String> faults = new ArrayList<>();
    objects.forEach((name, object) -> {
      for (String attribute : object.attributes()) {
        DataObject target = objects.get(attribute);
        Data rows = object.get(attribute);
        if (target != null && rows instanceof NDArray array && array.size() > 0) {
          check(name + "." + attribute, array, target, faults);
        }
      }
    });
    return faults;
  }

  private static void check(String what, NDArray rows, DataObject target, List<String> faults) {
    double least = rows.min();
    double most = rows.max();
    if (least < 0 || most >= target.rows()) {
      faults.add(String.format(
          Locale.ROOT,
          "'%s' refers to rows %.0f to %.0f of '%s', which has %d.",
          what,
          least,
          most,
          target.name(),
          target.rows()));
    }
  }
}
