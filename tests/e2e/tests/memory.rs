//! What a file costs in memory where people open it: the program's own memory, which never shrinks, grows by at most twenty times
//! the file. `cargo test -p e2e memory:: -- --nocapture` prints by how much. `cargo bench -p app --bench reading` measures the same
//! files and more, to the byte.

use e2e::portal;
use e2e::prelude::*;
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../../fixtures/v2-sample.json");

/// Makes a file as dense as is accepted of a released one, lets the element look at it, and tells its bytes, by how many
/// the program's memory has grown, and what was refused, if it was.
const LOOK: &str = r#"
const list = (count, item) => Array(count).fill(item);
const members = (count, value) =>
  Object.fromEntries(list(count).map((_, number) => ["k" + String(number).padStart(11, "0"), value]));
const shapes = {
  numbers: (envelope) => (envelope.assessments[0].x = list(19900, 0)),
  lists: (envelope) => (envelope.assessments[0].x = list(1600, [[[[[[[[[[[[]]]]]]]]]]]])),
  texts: (envelope) => (envelope.assessments[0].optedIn = list(19900, "a")),
  answers: (envelope) => (envelope.assessments[0].answers = members(15000, {})),
  evidence: (envelope) => (envelope.assessments[0].evidence = list(9900, { id: "a".repeat(11) })),
  assessments: (envelope) =>
    (envelope.assessments = list(2800, { createdAt: "", revision: 0, unit: { group: "", name: "" }, updatedAt: "" })),
  long: (envelope) => (envelope.assessments[0].x = list(30, "a".repeat(65000))),
};
const sorted = (value) =>
  Array.isArray(value) ? value.map(sorted)
  : value && typeof value === "object" ?
    Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
  : value;
const envelope = JSON.parse(sample);
delete envelope.sha256;
shapes[shape](envelope);
const content = new TextEncoder().encode(JSON.stringify(sorted(envelope)));
const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
envelope.sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
const file = new Blob([JSON.stringify(sorted(envelope)) + "\n"]);
const look = (file) => el.importFile(file, { dryRun: true }).then(() => null, (error) => error.message);
// Once it is refused, the program is there.
await look(new Blob(["x"]));
const before = memory.buffer.byteLength;
const refused = await look(file);
return { size: file.size, before, grown: memory.buffer.byteLength - before, refused };
"#;

async fn a_file_takes_at_most_twenty_times_its_bytes(page: &Page) -> Result<()> {
    // Two megabytes are hashed and read, in a browser that may share its processor with others.
    wait_up_to(Duration::from_secs(30));
    let mut all = 0;
    for shape in ["numbers", "lists", "texts", "answers", "evidence", "assessments", "long"] {
        // Memory that one file has taken would be there for the next.
        portal::open(page, "", "<directive-assessment></directive-assessment>").await?;
        let given = format!("const sample = {}, shape = {};", json!(SAMPLE), json!(shape));
        let told = portal::value(page, &[portal::PROGRAM, &given, LOOK].concat()).await?;
        let number = |name: &str| told.get(name).and_then(Value::as_u64).with_context(|| format!("{shape}: {told}"));
        let (size, before, grown) = (number("size")?, number("before")?, number("grown")?);
        let tenths = grown * 10 / size;
        println!(
            "{}: {shape}, {size} B: from {before} B by {grown} B, {}.{} ×",
            page.browser(),
            tenths / 10,
            tenths % 10
        );
        ensure!(told.get("refused") == Some(&Value::Null), "{shape}: {told}");
        ensure!(grown <= 20 * size, "{shape}: {told}");
        all += grown;
    }
    ensure!(all > 0, "this is not the memory that the files were read in");
    Ok(())
}

e2e::tests!(a_file_takes_at_most_twenty_times_its_bytes);
