# The bot and nothing else: no compiler, no tests, no writable system.
#
#   docker build -t praatmaat .
#   docker run --rm -v praatmaat-keys:/keys praatmaat key new
#   docker run -d --name praatmaat --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
#       -e PRAATMAAT_TOKEN -v praatmaat-data:/data -v praatmaat-keys:/keys:ro praatmaat

FROM python:3.13-slim AS build
WORKDIR /opt/praatmaat
COPY requirements.lock ./
RUN python -m venv venv \
    && venv/bin/pip install --quiet --no-cache-dir --disable-pip-version-check \
        --no-deps --require-hashes --only-binary :all: -r requirements.lock \
    && venv/bin/pip uninstall --quiet --yes pip
COPY content app/content
COPY flows app/flows
COPY bot app/bot
RUN venv/bin/python -m compileall -q app \
    && echo /opt/praatmaat/app > "$(venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/praatmaat.pth" \
    && printf '#!/bin/sh\nexec /opt/praatmaat/venv/bin/python -P -m bot "$@"\n' > venv/bin/praatmaat \
    && chmod 755 venv/bin/praatmaat

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin praatmaat \
    && install -d -o praatmaat -g praatmaat -m 700 /data /keys
COPY --from=build /opt/praatmaat /opt/praatmaat
ENV PATH=/opt/praatmaat/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PRAATMAAT_DATA=/data \
    PRAATMAAT_KEY_FILE=/keys/master.key
USER praatmaat
WORKDIR /data
# Two volumes on purpose: whoever copies the data must not get the key with it.
VOLUME ["/data", "/keys"]
# Reads the heartbeat that the bot writes; asks Telegram nothing.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["praatmaat", "health"]
# SIGTERM lets the bot finish what it is doing; what it has not sent yet waits on disk.
STOPSIGNAL SIGTERM
ENTRYPOINT ["praatmaat"]
CMD ["run"]
