/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IndexPageTest {
  private static final URI FOLDER = URI.create("https://host:8443/lab/a%20b/");

  private static Set<String> names(String page) {
    return IndexPage.names(page, FOLDER);
  }

  @Test
  void apacheSortsByLinksThatAreNoFiles() {
    assertThat(names("""
        <table><tr><th><a href="?C=N;O=D">Name</a></th><th><a href="?C=M;O=A">Last modified</a></th></tr>
        <tr><td><a href="/lab/">Parent Directory</a></td></tr>
        <tr><td><a href="alf/">alf/</a></td><td align="right">2024-01-02 03:04</td></tr>
        <tr><td><a href="spikes.times.npy">spikes.times.npy</a></td><td align="right">1.2M</td></tr>
        <tr><td><a href="a&amp;b.npy">a&amp;b.npy</a></td></tr>
        """)).containsExactlyInAnyOrder("alf/", "spikes.times.npy", "a&b.npy");
  }

  @Test
  void nginxLinksToTheFolderAbove() {
    assertThat(names("""
        <html><body><h1>Index of /lab/a b/</h1><hr><pre><a href="../">../</a>
        <a href="%23rev%23/">#rev#/</a>            21-Nov-2026 05:00       -
        <a href="c%3Ad.npy">c:d.npy</a>            21-Nov-2026 05:00    1234
        <a href="100%25.npy">100%.npy</a>          21-Nov-2026 05:00    1234
        """)).containsExactlyInAnyOrder("#rev#/", "c:d.npy", "100%.npy");
  }

  @Test
  void pythonEscapesToo() {
    assertThat(names("""
        <ul>
        <li><a href="gr%C3%B6%C3%9Fe.npy">größe.npy</a></li>
        <li><a href='single&#39;quote.npy'>x</a></li>
        <li><A HREF=bare.npy>x</A></li>
        </ul>\
        """)).containsExactlyInAnyOrder("größe.npy", "single'quote.npy", "bare.npy");
  }

  @Test
  void linksMayBeAbsolute() {
    assertThat(names("""
        <a href="/lab/a%20b/one.npy"></a><a href="https://host:8443/lab/a%20b/two/">
        <a href="//host:8443/lab/a%20b/three.npy"></a>\
        """)).containsExactlyInAnyOrder("one.npy", "two/", "three.npy");
  }

  @Test
  void whatIsElsewhereIsNotHere() {
    assertThat(names("""
        <a href="https://evil/lab/a%20b/x.npy"></a><a href="/etc/passwd"></a><a href="../../x"></a>
        <a href="deep/er.npy"></a><a href="."></a><a href="./"></a><a href="#top"></a>
        <a href="mailto:x@host"></a><a href="javascript:void(0)"></a><a name="x">no link</a>
        <a href="%2e%2e/">dots</a><a href="nul%00.npy">nul</a>\
        """)).isSubsetOf("mailto:x@host", "javascript:void(0)");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPageOfBeginningsIsNotReadForHours() {
    assertThat(names("<a ".repeat(2_000_000))).isEmpty();
  }

  @Property(tries = 300)
  void anyPageHasNamesOrNone(@ForAll String page) {
    assertThat(names("<a href=\"" + page + "\">"))
        .allSatisfy(name -> assertThat(name).doesNotStartWith("/").doesNotContain("\0"));
  }
}
