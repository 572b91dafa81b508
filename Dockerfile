# An image with copydesk and Node, and nothing else: see docs/install.md.

FROM node:24-bookworm-slim AS package
WORKDIR /copydesk
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund \
  && npm pack --pack-destination /tmp \
  && npm install --global --offline --ignore-scripts --prefix /package /tmp/copydesk-*.tgz

FROM node:24-bookworm-slim
COPY --from=package /package /usr/local
USER node
WORKDIR /notes
ENTRYPOINT ["copydesk"]
CMD ["--help"]
