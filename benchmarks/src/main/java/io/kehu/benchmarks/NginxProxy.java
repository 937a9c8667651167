package io.kehu.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** nginx as a plain proxy before one service, with connections kept and a log of requests: what to compare the gateway with. */
final class NginxProxy implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log error.log;
            events { worker_connections 512; }
            http {
              access_log access.log;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              upstream service { server %s; keepalive 64; }
              server {
                listen 127.0.0.1:%d;
                keepalive_requests 1000000;
                location / {
                  proxy_pass http://service;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host $host;
                  proxy_set_header X-Forwarded-For $remote_addr;
                }
              }
            }
            """;

    private final Process process;
    private final int port;

    private NginxProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static NginxProxy start(Path program, URI service) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("nginx");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(service.getAuthority(), port));
        var process = new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", "nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        for (var attempt = 0; attempt < 50 && process.isAlive(); attempt++) {
            try (var _ = new java.net.Socket("127.0.0.1", port)) {
                return new NginxProxy(process, port);
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        process.destroy();
        throw new IllegalStateException("nginx does not start, see " + folder);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
