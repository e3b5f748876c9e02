// What a portal and the page in its frame tell each other. It never contains anything that a person typed. docs/embedding.md
// describes it.

import { Name } from "../shared/names";

/** Marks the messages. */
export const NS: string = Name.TAG;

/** What the frame tells: that it is there, or ready; how high it is; where the person is, to a portal that has asked. */
export type ToPortal =
  | { readonly type: "hello" | "ready" }
  | { readonly type: "height"; readonly height: number }
  | { readonly type: "state"; readonly view: string; readonly task: string; readonly saved: boolean };

/** What the portal tells, as far as it can be trusted to: a greeting, or where to go. */
export interface ToFrame {
  readonly type?: unknown;
  readonly state?: unknown;
  readonly view?: unknown;
  readonly task?: unknown;
}

/** Whether it is a message of this protocol; what is in it is the sender's. */
export function isOfProtocol<Message>(data: unknown): data is Message {
  if (typeof data !== "object" || data === null) return false;
  const { ns, v } = data as { ns?: unknown; v?: unknown };
  return ns === NS && v === 1;
}
