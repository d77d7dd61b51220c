package hosting

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const examples = "../../web/hosting"

// brotliModule is where Debian's package libnginx-mod-http-brotli-static puts it.
const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"

// layout says where the site lies on its host.
type layout struct {
	folder string // the host's root on disk
	under  string // the site's path below it: "" or "/story"
}

// server starts a server with its example and returns its address.
type server struct {
	name  string
	start func(t *testing.T, at layout) string
}

func servers() []server { return []server{{"caddy", startCaddy}, {"nginx", startNginx}} }

func program(t *testing.T, name, packages string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		// Where Debian keeps servers, which is not on everybody's path.
		path, err = exec.LookPath("/usr/sbin/" + name)
	}
	if err != nil {
		t.Fatalf("this test needs %s: sudo apt-get update && sudo apt-get install -y --no-install-recommends %s", name, packages)
	}
	return path
}

func startCaddy(t *testing.T, at layout) string {
	caddy := program(t, "caddy", "caddy")
	home, address := t.TempDir(), freeAddress(t)
	// Tests that run at the same time cannot share the port of its administration.
	config := "{\n\tadmin off\n}\n" + example(t, "Caddyfile")
	file := write(t, home, "Caddyfile", config)
	cmd := exec.Command(caddy, "run", "--config", file, "--adapter", "caddyfile")
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home,
		"SITE=http://"+address, "FOLDER="+at.folder, "UNDER="+at.under)
	run(t, cmd, address)
	return "http://" + address
}

func startNginx(t *testing.T, at layout) string {
	const packages = "nginx-light libnginx-mod-http-brotli-static"
	nginx := program(t, "nginx", packages)
	if _, err := os.Stat(brotliModule); err != nil {
		t.Fatalf("this test needs nginx's module for brotli: sudo apt-get update && sudo apt-get install -y --no-install-recommends %s", packages)
	}
	home, address := t.TempDir(), freeAddress(t)
	config := example(t, "nginx.conf")
	for from, to := range map[string]string{
		"listen 80;":                 "listen " + address + ";",
		"root /srv/lianhua;":         "root " + at.folder + ";",
		"set $under \"\";":           "set $under \"" + at.under + "\";",
		"server_name example.org;\n": "server_name localhost;\n",
	} {
		if strings.Count(config, from) != 1 {
			t.Fatalf("the example does not hold %q once", from)
		}
		config = strings.Replace(config, from, to, 1)
	}
	site := write(t, home, "site.conf", config)
	user := ""
	if os.Getuid() == 0 {
		user = "user root;\n" // others may not read the test's folders
	}
	whole := fmt.Sprintf(`%sload_module %s;
daemon off;
worker_processes 1;
pid %s/pid;
error_log stderr;
events {}
http {
	access_log off;
	client_body_temp_path %[3]s/body;
	proxy_temp_path %[3]s/proxy;
	fastcgi_temp_path %[3]s/fastcgi;
	uwsgi_temp_path %[3]s/uwsgi;
	scgi_temp_path %[3]s/scgi;
	include %s;
}
`, user, brotliModule, home, site)
	run(t, exec.Command(nginx, "-p", home, "-e", "stderr", "-c", write(t, home, "nginx.conf", whole)), address)
	return "http://" + address
}

// run starts the server, waits until it answers, and ends it with the test.
func run(t *testing.T, cmd *exec.Cmd, address string) {
	t.Helper()
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			_ = cmd.Process.Kill()
			<-ended
		}
	})
	for deadline := time.Now().Add(30 * time.Second); ; {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s ended: %v\n%s", cmd.Path, err, &said)
		case <-time.After(20 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s does not answer at %s", cmd.Path, address)
		}
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func example(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(examples, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// get asks as a browser does that accepts these encodings.
func get(t *testing.T, address, encodings string, more ...string) *http.Response {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", encodings)
	for i := 0; i+1 < len(more); i += 2 {
		request.Header.Set(more[i], more[i+1])
	}
	client := http.Client{
		Transport:     &http.Transport{DisableCompression: true, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	answer, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}
