import "directive-assessment";
import { CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import directive from "../other-directive.json";
import roster from "../other-roster.json";

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="drawn.set(drawn() + 1)">Vẽ lại</button>
    <button (click)="isThere.set(!isThere())">Gỡ ra, đặt lại</button>
    <button (click)="isReadOnly.set(!isReadOnly())">Khóa, mở</button>
    <p id="heard">{{ heard().join(" ") }}</p>
    @if (isThere()) {
      <directive-assessment
        [directive]="copy(directive)"
        [headingLevel]="3"
        lang="vi"
        [readOnly]="isReadOnly()"
        [roster]="copy(roster)"
        [storageKey]="'kho'"
        theme="light"
        unit="phong-van-thu"
        (directive-assessment-ready)="hear($event)"
        (directive-assessment-save)="hear($event)"
        (lowercaseevent)="hear($event)"
        (kebab-event)="hear($event)"
        (camelEvent)="hear($event)"
        (CAPSevent)="hear($event)"
        (PascalEvent)="hear($event)"
      >
        <p>Đang mở, lần vẽ {{ drawn() }}</p>
      </directive-assessment>
    }
  `,
})
class App {
  readonly directive = directive;
  readonly roster = roster;
  readonly drawn = signal(0);
  readonly isThere = signal(true);
  readonly isReadOnly = signal(false);
  readonly heard = signal<string[]>([]);

  copy(value: object) {
    return structuredClone(value);
  }

  hear({ type }: Event) {
    this.heard.update((heard) => [...heard, type]);
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
