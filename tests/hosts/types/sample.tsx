// What JSX may give the element, and what its types refuse.
import "directive-assessment/react";
import { useRef } from "react";
import type { DirectiveAssessment } from "directive-assessment/react";

export function Sample() {
  const element = useRef<DirectiveAssessment>(null);
  return (
    <>
      <directive-assessment ref={element} key="a" className="wide" directive={{}} storage-key="a" storageKey="a" readonly heading-level="3" theme="dark" />
      <directive-assessment unit={undefined} ondirective-assessment-import={(event) => event.detail.waitUntil(element.current!.flush())} />
      {/* @ts-expect-error There is no such theme. */}
      <directive-assessment theme="black" />
      {/* @ts-expect-error There is no such attribute. */}
      <directive-assessment storage="a" />
      {/* @ts-expect-error An event has no such detail. */}
      <directive-assessment ondirective-assessment-save={(event) => event.detail.file} />
    </>
  );
}
