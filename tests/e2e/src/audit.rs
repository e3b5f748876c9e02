//! What nobody may find on any page: errors, violations of the security policy, stray requests, barriers.

use crate::{
    Page,
    server::{self, log_entry},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

const AXE: &str = "const finish = arguments[arguments.length - 1];
axe.run(document, { preload: false, resultTypes: ['violations'] }).then((found) => finish(found.violations.map((one) =>
  `${one.id} (${one.impact}): ${one.help}` + one.nodes.map((node) =>
    `\\n  ${node.target.flat().join(' >>> ')}\\n    ${node.failureSummary.replace(/\\n/g, '\\n    ')}`).join(''))),
  (error) => finish([`axe failed: ${error}`]));";

impl Page {
    /// The violations of accessibility rules that axe finds, each as readable text.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.session.load_axe().await?;
        let found = self.session.web.execute_async(AXE, vec![]).await.context("axe did not finish")?;
        Ok(found.convert()?)
    }

    /// Demands that axe finds nothing.
    pub async fn axe_is_clean(&self) -> Result<()> {
        let found = self.axe().await?;
        ensure!(found.is_empty(), "axe found {} violations:\n{}", found.len(), found.join("\n"));
        Ok(())
    }

    /// Errors, rejections, `console.error`, `console.warn` and violations of the security policy, of every page that
    /// this test has had, whatever became of it.
    pub async fn log(&self) -> Result<Vec<String>> {
        let mut log = self.server.log();
        // What the page could not send, because the server was down, it still holds.
        let here = self.script("return window.__log ?? []", &[]).await?;
        log.extend(here.as_array().into_iter().flatten().filter_map(log_entry));
        Ok(log.into_values().collect())
    }

    /// Lets the test pass in spite of problems with `part` in their text.
    pub fn allow(&self, part: &str) {
        self.allowed.borrow_mut().push(part.to_owned());
    }

    /// Everything that must not be, but for what was allowed. Each test ends with a look at this.
    pub async fn problems(&self) -> Result<Vec<String>> {
        let mut problems = self.log().await?;
        problems.extend(self.server.csp_reports().iter().map(|report| format!("csp report: {}", readable(report))));
        for asked in self.server.requests() {
            // Outside of the folder there is only what the test itself has put there.
            if asked.status != 200 {
                let inside = asked.path.starts_with(server::FOLDER);
                let what =
                    if inside { "request for a missing file" } else { "request outside of the product's folder" };
                problems.push(format!("{what}: {}", asked.path));
            }
        }
        let allowed = self.allowed.borrow();
        problems.retain(|problem| !allowed.iter().any(|part| problem.contains(part)));
        Ok(problems)
    }
}

/// The two facts of a report that help.
fn readable(report: &str) -> String {
    let parsed: Value = serde_json::from_str(report).unwrap_or_default();
    match parsed.get("csp-report") {
        Some(facts) => {
            json!(["effective-directive", "blocked-uri", "source-file"].map(|fact| facts.get(fact))).to_string()
        }
        None => report.to_owned(),
    }
}
