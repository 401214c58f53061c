// Talks with the local server: acts go out, events come in, and a lost line is found again.

const RETRY_AFTER = 2000;
const LOOK_EVERY = 3000;

/** The server's own reason why an act could not be done. */
export class NotPossible extends Error {}

async function read(response) {
  const body = await response.json().catch(() => ({ error: response.statusText }));
  if (!response.ok) throw new NotPossible(body.error ?? response.statusText);
  return body;
}

/** Reads something; raises NotPossible or TypeError (no line). */
export async function get(path) {
  return read(await fetch(path, { cache: "no-store" }));
}

/** Does one act of the control API; raises NotPossible with the reason, TypeError without a line. */
export async function act(name, body) {
  return read(
    await fetch(`/demo/${name}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  );
}

/**
 * Listens for events. `heard(event)` gets each one, `line(up)` hears when the line is lost or back; as
 * long as it is lost, `look()` is called now and then, so that the page stays right without events.
 */
export function listen({ heard, line, look }) {
  let timer = null;
  let up = null;
  const be = (now) => {
    if (up === now) return;
    up = now;
    line(now);
    clearInterval(timer);
    timer = now ? null : setInterval(look, LOOK_EVERY);
  };
  const open = () => {
    const source = new EventSource("/demo/events");
    source.onopen = () => be(true);
    source.onmessage = (message) => heard(JSON.parse(message.data));
    source.onerror = () => {
      be(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, RETRY_AFTER);
    };
  };
  open();
}
