import "directive-assessment/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import directive from "../other-directive.json";
import roster from "../other-roster.json";

function App() {
  const [drawn, setDrawn] = useState(0);
  const [isThere, setIsThere] = useState(true);
  const [isReadOnly, setIsReadOnly] = useState(false);
  const [heard, setHeard] = useState<string[]>([]);
  const hear = ({ type }: Event) => setHeard((heard) => [...heard, type]);
  // Names of events as other elements have them; those of this one are typed.
  const others = { onlowercaseevent: hear, "onkebab-event": hear, oncamelEvent: hear, onCAPSevent: hear, onPascalEvent: hear };
  return (
    <>
      <button onClick={() => setDrawn(drawn + 1)}>Vẽ lại</button>
      <button onClick={() => setIsThere(!isThere)}>Gỡ ra, đặt lại</button>
      <button onClick={() => setIsReadOnly(!isReadOnly)}>Khóa, mở</button>
      <p id="heard">{heard.join(" ")}</p>
      {isThere && (
        <directive-assessment
          {...others}
          directive={structuredClone(directive)}
          headingLevel={3}
          lang="vi"
          readOnly={isReadOnly}
          roster={structuredClone(roster)}
          storageKey="kho"
          theme="light"
          unit="phong-van-thu"
          ondirective-assessment-ready={hear}
          ondirective-assessment-save={(event) => event.detail.draft && hear(event)}
        >
          <p>Đang mở, lần vẽ {drawn}</p>
        </directive-assessment>
      )}
    </>
  );
}

const root = document.getElementById("root")!;
createRoot(root).render(<StrictMode><App /></StrictMode>);
