// A first walk through a catalog: console/alfheim --demo console/tour/first-steps.jsh

// How much is there?
System.out.println(catalog);

// Search finds many sessions. Every word makes it narrower.
var ephys = search().lab("cortexlab").dataset("spikes.times");
System.out.println(ephys.count() + " sessions of cortexlab have spikes");
for (Session session : ephys) System.out.println("  " + session);

// The same as a line of text, for people.
System.out.println(search("lab:cortexlab dataset:spikes.times date:2020").count() + " of them in 2020");

// Lists look inside one session.
var session = session("SP026/2019-12-11/001");
System.out.println("collections: " + session.collections());
System.out.println("objects:     " + session.objects());

// Load brings bytes: one dataset, or all attributes of an object.
var times = session.load("spikes.times", "alf/probe00").array();
System.out.println("spikes.times is " + times.describe() + ", the last at " + times.getDouble(times.size() - 1) + " s");
DataObject trials = session.loadObject("trials", "alf");
System.out.println(trials);

// A dataset may have revisions; without a word the default is meant, else the last not after the label asked for.
System.out.println("revisions:   " + session.revisions());
var before = session.dataset("spikes.times", in("alf/probe00").revision("2020-06-30"));
System.out.println("as of 2020-06-30: " + before);

// What is not there is answered with the nearest that is.
try {
  session.load("spikes.tmes", "alf/probe00");
} catch (CatalogException e) {
  System.out.println(e.getMessage() + " " + e.hint());
}
