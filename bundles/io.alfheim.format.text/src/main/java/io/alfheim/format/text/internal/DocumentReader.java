/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.Document;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Reads a document, the whole of it. */
abstract class DocumentReader implements DatasetReader {
  private static final long LONGEST = 256L << 20;

  private final String format;

  DocumentReader(String format) {
    this.format = format;
  }

  @Override
  public final Document read(ByteSource source) throws IOException {
    long size = source.size();
    if (size == 0) {
      throw new IOException("'" + source.name() + "' is empty.");
    }
    if (size > LONGEST) {
      throw new IOException("'%s' has %d bytes; a document is read up to %d."
          .formatted(source.name(), size, LONGEST));
    }
    try (Reader text = Utf8.reader(source)) {
      return Document.of(parse(text));
    } catch (CharacterCodingException e) {
      throw failed(source, "it is not UTF-8 text", e);
    } catch (MalformedTextException e) {
      throw failed(source, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      Interruption.check();
      throw e;
    } catch (IllegalArgumentException tooDeepWithAliases) {
      throw failed(source, "it is nested too deep", tooDeepWithAliases);
    }
  }

  private IOException failed(ByteSource source, String problem, Exception cause) {
    return new IOException(
        "'" + source.name() + "' cannot be read as " + format + ": " + problem + ".", cause);
  }

  /** The tree of the document. */
  abstract @Nullable Object parse(Reader text) throws IOException;
}
