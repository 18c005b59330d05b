/* The least a server can do: epoll, one recv of what is there, one send of the page of hello_web for each
   request in it.  What wrk measures with it is the kernel's TCP and wrk itself; no server over the kernel's
   sockets that answers requests one by one is much faster. */

#define _GNU_SOURCE
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static const char BODY[] =
    "<!doctype html>\n<title>Hello from Mirage</title>\n<h1>Hello, world!</h1>\n"
    "<p>Up for 1 s; this is hit number 12345.</p>\n";

enum { CONNECTIONS = 1024, REQUESTS = 16384, RESPONSES = 1 << 20 };

/* What came on a connection and is not answered yet: at most the beginning of a request between two reads. */
static struct {
    int size;
    char bytes[REQUESTS];
} connections[CONNECTIONS];
static char responses[RESPONSES];
static char kept[1024], last[1024];
static int kept_size, last_size;

static void fail(const char *call)
{
    perror(call);
    exit(1);
}

static int prepare(char *response, const char *connection)
{
    return snprintf(response, sizeof kept,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %zu\r\n"
                    "Connection: %s\r\n\r\n%s",
                    sizeof BODY - 1, connection, BODY);
}

static int listener_on(int port)
{
    int one = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (listener < 0)
        fail("socket");
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0)
        fail("bind");
    if (listen(listener, 100) < 0)
        fail("listen");
    return listener;
}

static void watch(int epoll, int handle)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = handle};
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, handle, &event) < 0)
        fail("epoll_ctl");
}

/* Answer the whole requests that are there; returns whether the connection stays open. */
static int answer(int handle)
{
    char *start = connections[handle].bytes;
    ssize_t got = recv(handle, start + connections[handle].size, REQUESTS - connections[handle].size, 0);
    if (got <= 0)
        return 0;
    char *end = start + connections[handle].size + got;
    int size = 0, open = 1;
    while (open) {
        char *blank = memmem(start, end - start, "\r\n\r\n", 4);
        if (blank == NULL || size + last_size + kept_size > RESPONSES)
            break;
        open = memmem(start, blank - start, "Connection: close", 17) == NULL;
        memcpy(responses + size, open ? kept : last, open ? kept_size : last_size);
        size += open ? kept_size : last_size;
        start = blank + 4;
    }
    if (size > 0)
        send(handle, responses, size, MSG_NOSIGNAL);
    connections[handle].size = end - start;
    memmove(connections[handle].bytes, start, end - start);
    return open && connections[handle].size < REQUESTS;
}

int main(int count, char **words)
{
    struct epoll_event events[128];
    int listener = listener_on(count > 1 ? atoi(words[1]) : 8080);
    int epoll = epoll_create1(0);
    kept_size = prepare(kept, "keep-alive");
    last_size = prepare(last, "close");
    watch(epoll, listener);
    for (;;) {
        int ready = epoll_wait(epoll, events, 128, -1);
        for (int i = 0; i < ready; i++) {
            int handle = events[i].data.fd;
            if (handle == listener) {
                while ((handle = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
                    if (handle >= CONNECTIONS) {
                        close(handle);
                        continue;
                    }
                    connections[handle].size = 0;
                    watch(epoll, handle);
                }
                continue;
            }
            if (!answer(handle))
                close(handle);
        }
    }
}
