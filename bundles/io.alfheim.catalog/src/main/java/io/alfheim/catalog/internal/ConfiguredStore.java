/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** A store that a Config Admin service knows: {@code io.alfheim.store~NAME}. */
@Component(
    service = ConfiguredStore.class,
    configurationPid = "io.alfheim.store",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ConfiguredStore {
  private static final String PID = "service.pid";

  private final String name;
  private final Map<String, String> lines = new HashMap<>();

  /** For one configuration. */
  @Activate
  public ConfiguredStore(Map<String, ?> properties) {
    String pid = String.valueOf(properties.get(PID));
    Object given = properties.get("name");
    name = given == null ? pid.substring(pid.indexOf('~') + 1) : given.toString();
    properties.forEach((key, value) -> {
      if (!key.contains(".") && !key.equals("name")) {
        lines.put(key, String.valueOf(value));
      }
    });
  }

  String name() {
    return name;
  }

  StoreLines lines() {
    return new StoreLines(name, "the configuration of store '" + name + "'", lines);
  }
}
