/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.Document;
import io.alfheim.data.ReadsFormat;
import io.alfheim.data.WritesFormat;
import io.alfheim.format.npy.internal.NpyReader;
import io.alfheim.format.npy.internal.NpyWriter;
import io.alfheim.format.parquet.internal.ParquetReader;
import io.alfheim.format.parquet.internal.ParquetWriter;
import io.alfheim.format.text.internal.JsonWriter;
import io.alfheim.one.files.AlfIo;
import io.alfheim.one.files.DataFolders;
import io.alfheim.one.tables.CacheTables;
import io.alfheim.one.tables.internal.ParquetCacheTables;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types in what the page for those who come from ONE says. */
class ComingFromOneTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| .* \\| `([^`]+)` \\|$", Pattern.MULTILINE);

  @TempDir
  Path temporary;

  private static String page() throws IOException {
    return Files.readString(Path.of("../io.alfheim.one/coming-from-one.md"));
  }

  private static List<String> calls() throws IOException {
    return ROW.matcher(page()).results().map(row -> row.group(1)).toList();
  }

  @Test
  void everyCallOfThePageRuns() throws Exception {
    assertThat(calls()).hasSizeGreaterThan(110);
    try (SmallLab lab = new SmallLab(temporary);
        JShell shell = JShell.builder().executionEngine("local").build()) {
      lab.npy("alf/spikes.times.npy", 1)
          .npy("alf/#2020-01-01#/spikes.times.npy", 2)
          .npy("alf/spikes.clusters.npy", 0)
          .npy("alf/clusters.depths.npy", 10)
          .npy("alf/lfp.raw.npy", 1, 2)
          .npy("alf/lfp.times.npy", 1, 2)
          .npy("wheel.position.npy", 1, 2, 3);
      HeldOne.hold(held(lab));
      shell.addToClasspath(System.getProperty("java.class.path"));
      for (String line : List.of(
          "import java.net.*; import java.nio.file.*; import java.time.*; import java.util.*;",
          "import io.alfheim.alf.*; import io.alfheim.data.*; import io.alfheim.one.*;",
          "import io.alfheim.one.files.*; import io.alfheim.one.tables.*;",
          "var held = HeldOne.held(); var one = held.one(); var catalog = one.catalog();",
          "var tables = held.tables(); var files = held.io();",
          "var folder = held.folder(); var alf = held.alf();",
          "var restSessions = held.restSessions(); var restDatasets = held.restDatasets();",
          "String eid = \"" + SmallLab.EID + "\";")) {
        run(shell, line);
      }
      for (String call : calls()) {
        run(shell, call + ";");
      }
    }
  }

  private HeldOne held(SmallLab lab) {
    One one = lab.one();
    AlfIo io = new AlfIo();
    io.addReader(new NpyReader(), Map.of(ReadsFormat.EXTENSIONS, "npy"));
    io.addWriter(new NpyWriter(), Map.of(WritesFormat.EXTENSIONS, "npy"));
    io.addWriter(new JsonWriter(), Map.of(WritesFormat.EXTENSIONS, "json"));
    Document session = Document.of(Map.of(
        "url", "https://server/sessions/4e0b3320-47b7-416e-b842-c34dc9004cf8",
        "subject", "KS014",
        "start_time", "2020-01-02T10:00:00",
        "number", 1));
    String path = "KS014/2020-01-02/001/alf/a.b.npy";
    Document dataset = Document.of(Map.of(
        "url",
        "https://server/datasets/0312e8ee-4f3e-3fc5-8e49-067edc83235a",
        "file_records",
        List.of(
            Map.of("exists", true, "relative_path", path, "data_url", "https://data/" + path))));
    return new HeldOne(
        one,
        new ParquetCacheTables(one.catalog(), new ParquetReader(), new ParquetWriter()),
        io,
        temporary.resolve("data"),
        lab.folder().resolve("alf"),
        List.of(session),
        List.of(dataset));
  }

  private static void run(JShell shell, String line) {
    String left = line;
    while (!left.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(left);
      for (SnippetEvent event : shell.eval(next.source())) {
        assertThat(event.exception()).as(line).isNull();
        assertThat(event.status()).as(line).isEqualTo(Snippet.Status.VALID);
      }
      left = next.remaining();
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {One.class, Converters.class, CacheTables.class, AlfIo.class, DataFolders.class})
  void everyVerbIsOnThePage(Class<?> type) throws IOException {
    Set<String> forTheFramework = Set.of("addReader", "removeReader", "addWriter", "removeWriter");
    List<String> calls = calls();
    for (Method method : type.getDeclaredMethods()) {
      String verb = method.getName();
      if (Modifier.isPublic(method.getModifiers())
          && !method.isSynthetic()
          && !forTheFramework.contains(verb)) {
        assertThat(calls).as(verb).anyMatch(call -> call.contains("." + verb + "("));
      }
    }
  }

  @Test
  void everyPublicNameOfOneIsOnThePage() throws IOException {
    String page = page();
    assertThat(Stream.of(
            ("search_terms load_cache save_cache save_loaded_ids get_details list_subjects"
                    + " list_datasets list_collections list_revisions search load_object"
                    + " load_dataset load_datasets load_dataset_from_id load_collection setup"
                    + " offline record_loaded wildcards to_eid eid2path path2eid path2record"
                    + " path2url record2url record2path eid2ref ref2eid ref2path path2ref"
                    + " is_exp_ref ref2dict dict2ref session_record2path path_from_dataset"
                    + " path_from_filerecord ses2records datasets2records make_parquet_db"
                    + " load_tables patch_tables merge_tables remove_missing_datasets"
                    + " remove_table_files load_file_content read_ts ts2vec save_object_npy"
                    + " save_metadata filter_by exists iter_sessions iter_datasets find_variants"
                    + " next_num_folder remove_empty_folders append to_df from_df"
                    + " check_dimensions is_valid filename_parts rel_path_parts full_path_parts"
                    + " folder_parts session_path_parts to_alf describe regex path_pattern"
                    + " is_session_path get_session_path get_alf_path add_uuid_string"
                    + " remove_uuid_string padded_sequence without_revision with_revision is_uuid"
                    + " is_uuid_string validate readableALF alyx search_insertions pid2eid eid2pid"
                    + " list_aggregates load_aggregate type2datasets dataset2type"
                    + " describe_dataset describe_revision create_new_session register_files")
                .split(" ")))
        .allSatisfy(name -> assertThat(page).containsPattern("\\b" + name + "\\b"));
  }
}
