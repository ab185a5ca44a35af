// Arrays, files and pictures that hang on sessions: console/alfheim --demo console/tour/attachments.jsh
// Each step checks what it shows. One section is in a folder; the other in another, or in a bucket of S3, if the bundle
// of such stores is in the plugins of the home, and behind the script stand the address of the server, the bucket, an
// access key, and where its secret is: http://127.0.0.1:9000 lab reader '$[env:LAB_S3_KEY]'
import com.sun.net.httpserver.HttpServer;
import io.alfheim.blobs.mym.Mym;
import java.io.*;
import java.net.*;
import java.nio.ByteBuffer;

void step(String what, boolean done) {
  if (!done) throw new AssertionError("This step went wrong: " + what);
  System.out.println("ok  " + what);
}

// 1. Two sections, in two stores. A section is a folder in which things are named by their content.
var folder = Files.createTempDirectory("attachments");
String store(String name) throws IOException {
  return catalog.record().locate(Files.createDirectories(catalog.home().resolve("tour").resolve(name))).store();
}
var local = blobs.define(SectionConfig.of("tour-local", store("disk-one")).at("", "test_attach"));
String bucket(String endpoint, String bucket, String key, String secret) {
  if (stores.list().stream().anyMatch(known -> known.name().equals("tour-bucket"))) stores.remove("tour-bucket"); // of an earlier run
  return stores.add("tour-bucket", "s3://" + bucket, Map.of("endpoint", endpoint, "accessKey", key, "secretKey", secret)).name();
}
var second = args.length == 4 ? bucket(args[0], args[1], args[2], args[3]) : store("disk-two");
var there = args.length == 4 ? "tour-shared-bucket" : "tour-shared"; // things that hang keep the name of their section, and it keeps its place
var shared = blobs.define(SectionConfig.of(there, second).at("", "test_attach"));
for (var section : List.of(local, shared)) System.out.println("    " + section.config().name() + " in " + stores.get(section.config().store()).root());
step("1 two sections", blobs.sections().stream().map(section -> section.config().name()).toList().containsAll(List.of("tour-local", there)));

// 2. What they hold hangs on what the catalog knows, here on a session: two arrays and two files. What an earlier run left goes; what others hung stays.
var session = Target.of(catalog.session("SP026/2019-12-11/001"));
var other = Target.of(catalog.session("SP026/2019-12-10/001"));
long clean(String section) {
  var plan = blobs.cleanup(section).keeping(Kept.NOW_AND_TAGS).grace(Duration.ZERO);
  plan.quarantine();
  return plan.purge().deleted().objects();
}
List<String> hung(Target on) {
  return blobs.references(on).stream().filter(one -> one.stored().section().startsWith("tour-")).map(one -> one.name()).toList();
}
void takeOff(Target on) {
  for (var name : hung(on)) blobs.remove(on, name);
}
for (var target : List.of(session, other)) takeOff(target);
for (var section : List.of("tour-local", there)) clean(section);
step("2 nothing of ours hangs on " + session, hung(session).isEmpty());

// 3. Three arrays, as files too. Put two of them away, and write down where they are, as one commit.
var arrays = List.of(
    NDArray.arange(12).astype("float64").reshape(3, 4),
    NDArray.arange(7).astype("float64"),
    NDArray.arange(24).astype("float64").reshape(2, 3, 4));
for (int i = 0; i < 3; i++) Files.write(folder.resolve("outfile" + i + ".mym"), Mym.pack(arrays.get(i)));
step("3 there is nothing to remove yet", blobs.findReference(session, "tour-a1").isEmpty());
var row = blobs.hang(session, Map.of(
    "tour-b1", shared.put(arrays.get(1)), "tour-b2", local.put(arrays.get(2)),
    "tour-a1", shared.attach(folder.resolve("outfile1.mym")), "tour-a2", local.attach(folder.resolve("outfile2.mym"))));
step("3 four references in one commit", row.size() == 4 && catalog.log().get(0).message().contains("references"));

// 4. The files may go; all of it comes back.
for (int i = 0; i < 3; i++) Files.delete(folder.resolve("outfile" + i + ".mym"));
step("4 the arrays are what they were", arrays.get(1).equals(blobs.get(session, "tour-b1")) && arrays.get(2).equals(blobs.get(session, "tour-b2")));
var again = blobs.fetch(session, "tour-a1", folder);
step("4 the file is back: " + again.getFileName(), Mym.unpack(Files.readAllBytes(again)).equals(arrays.get(1)));
var beside = blobs.fetch(session, "tour-a2", folder);
step("4 the other one too: " + beside.getFileName(), Mym.unpack(Files.readAllBytes(beside)).equals(arrays.get(2)));

// 5. Where things lie, and who uses them.
for (var section : List.of("tour-local", there)) {
  var paths = blobs.fetchExternalPaths(section, Kept.NOW_AND_TAGS).values();
  paths.forEach(path -> System.out.println("    " + path));
  step("5 a blob and an attachment, named as the schema, the hash and the file say",
      paths.size() == 2 && paths.stream().allMatch(at -> at.path().value().matches("test_attach/(..)/(..)/\\1\\2[0-9a-f]{28}([.]outfile[12][.]mym)?")));
}
step("5 two used, none unused in each section",
    List.of("tour-local", there).stream().allMatch(name ->
        blobs.used(name, Kept.NOW_AND_TAGS).size() == 2 && blobs.unused(name, Kept.NOW_AND_TAGS).isEmpty()));

// 6. Without references nothing is used, unless a commit that is kept has one. Cleaning up takes two steps, with an undo between.
takeOff(session);
step("6 still there, but unused", blobs.unused(there, Kept.NOW_AND_TAGS).size() == 2);
step("6 the history still uses them", blobs.unused(there, Kept.EVERYTHING).isEmpty());
var cleanup = blobs.cleanup(there).keeping(Kept.NOW_AND_TAGS);
System.out.println("    " + cleanup.preview());
step("6 put aside", cleanup.quarantine().moved().objects() == 2);
step("6 taken back", cleanup.undo().restored().objects() == 2);
cleanup.quarantine();
step("6 deleted, without the week that is usual", cleanup.grace(Duration.ZERO).purge().deleted().objects() == 2);
step("6 nothing went wrong, nothing is left to do", cleanup.errors().isEmpty() && cleanup.quarantine().moved().objects() == 0);
step("6 the other section has both its objects", blobs.unused("tour-local", Kept.NOW_AND_TAGS).size() == 2);

// 7. Pictures on the web, one for each of two sessions.
record WebImage(int number, String name, String description, String session) {}
var images = List.of(
    new WebImage(0, "stripes.ppm", "black and white", "SP026/2019-12-11/001"),
    new WebImage(1, "ramp.ppm", "from black to red", "SP026/2019-12-10/001"));
byte[] picture(int number) {
  var bytes = new ByteArrayOutputStream();
  bytes.writeBytes("P6 4 2 255\n".getBytes());
  for (int i = 0; i < 8; i++) for (int c = 0; c < 3; c++) bytes.write(number == 0 ? 255 * (i % 2) : c == 0 ? 30 * i : 0);
  return bytes.toByteArray();
}
var web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
web.createContext("/", exchange -> {
  var image = images.stream().filter(one -> exchange.getRequestURI().getPath().endsWith(one.name())).findFirst().orElseThrow();
  var bytes = picture(image.number());
  exchange.sendResponseHeaders(200, bytes.length);
  exchange.getResponseBody().write(bytes);
  exchange.close();
});
web.start();
step("7 names are unique", images.stream().map(WebImage::name).distinct().count() == images.size());

// 8. The originals: downloaded, attached in the shared section, and the downloads deleted.
void original(WebImage image) throws IOException {
  var url = URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/" + image.name()).toURL();
  var file = folder.resolve(image.name());
  try (var in = url.openStream()) { Files.copy(in, file); }
  blobs.hang(Target.of(catalog.session(image.session())), "tour-image-file", shared.attach(file));
  Files.delete(file);
}
for (var image : images) original(image);
step("8 two originals", blobs.used(there, Kept.NOW_AND_TAGS).size() == 2);

// 9. The slides, computed: the original fetched, decoded to height x width x 3, and put away as an array.
NDArray decode(byte[] ppm) {
  var head = new String(ppm, 0, 11).split("\\s");
  int width = Integer.parseInt(head[1]), height = Integer.parseInt(head[2]);
  var pixels = ByteBuffer.wrap(ppm, ppm.length - 3 * width * height, 3 * width * height).slice();
  return NDArray.wrap(DType.UINT8, new long[] {height, width, 3}, List.of(pixels));
}
void slide(WebImage image) throws IOException {
  var on = Target.of(catalog.session(image.session()));
  var file = blobs.fetch(on, "tour-image-file", folder);
  blobs.hang(on, "tour-image-array", local.put(decode(Files.readAllBytes(file))));
  Files.delete(file);
}
for (var image : images) slide(image);
var slide = (NDArray) blobs.get(session, "tour-image-array");
step("9 a slide is " + slide.describe(), slide.getLong(0, 1, 2) == 255 && slide.shape(0) == 2);

// 10. What is in the folder already is not fetched again.
web.stop(0);
var first = blobs.fetch(session, "tour-image-file", folder);
var time = Files.getLastModifiedTime(first);
step("10 the same file twice", first.equals(blobs.fetch(session, "tour-image-file", folder)) && time.equals(Files.getLastModifiedTime(first)));

// 11. Take off what was hung on the first session, and clean up behind it.
step("11 all of it is used", blobs.unused(there, Kept.NOW_AND_TAGS).isEmpty());
for (var gone : List.of(blobs.remove(session, "tour-image-array"), blobs.remove(session, "tour-image-file"))) System.out.println("    removed " + gone);
step("11 one original is not", blobs.unused(there, Kept.NOW_AND_TAGS).size() == 1);
step("11 from the local section go the slide and what was left of step 6", clean("tour-local") == 3);
step("11 from the shared section goes one", clean(there) == 1);
step("11 then nothing", clean("tour-local") == 0 && clean(there) == 0);
step("11 the other session has its slide", blobs.get(other, "tour-image-array") != null);
