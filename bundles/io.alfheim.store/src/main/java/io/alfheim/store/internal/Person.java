/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.SecretPrompt;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Knows who can be asked for secrets, as long as there is somebody. */
@Component(immediate = true, service = Person.class)
public final class Person {
  /** Comes. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addPrompt(SecretPrompt prompt) {
    TypedSecrets.askBy(prompt);
  }

  /** Goes. */
  void removePrompt(SecretPrompt prompt) {
    TypedSecrets.askNoMore(prompt);
  }
}
