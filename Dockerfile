# The portal as one image: docker build -t petitions .
# With PDF (Chromium and Chinese fonts, about 400 MB more): docker build --build-arg WITH_CHROMIUM=true -t petitions .

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH=amd64
WORKDIR /source
COPY . .
RUN case "$TARGETARCH" in arm64) runtime=linux-arm64 ;; *) runtime=linux-x64 ;; esac \
    && scripts/publish.sh /published "$runtime"

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS portal
ARG WITH_CHROMIUM=false
# pg_dump and pg_restore for the verbs backup and restore; poppler draws the pages of scanned PDFs; curl for the health check.
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client poppler-utils curl \
    && if [ "$WITH_CHROMIUM" = true ]; then apt-get install -y --no-install-recommends chromium fonts-noto-cjk; fi \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /portal
COPY --from=build /published .
# Data (attachments, daily roots), keys and backups are volumes; the program itself is not writable by its user.
RUN mkdir -p /var/petitions/data /var/petitions/keys /var/petitions/backups /var/petitions/backup-key \
    && chown -R "$APP_UID" /var/petitions \
    && chmod 700 /var/petitions/keys /var/petitions/backups /var/petitions/backup-key
# The first generation of the heap is as large as the machine's cache unless told: 32 MB take less memory and less time (docs/performance.md).
ENV ASPNETCORE_ENVIRONMENT=Production \
    DOTNET_GCgen0size=0x2000000 \
    ASPNETCORE_HTTP_PORTS=8080 \
    Storage__DataPath=/var/petitions/data \
    Files__PdfPages__Folder=/usr/bin \
    Keys__Path=/var/petitions/keys
USER $APP_UID
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=8s --start-period=60s --retries=3 CMD curl -fsS http://127.0.0.1:8080/health/ready || exit 1
ENTRYPOINT ["dotnet", "Petitions.Web.dll"]
