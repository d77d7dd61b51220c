# Every target is one line of Go; "make help" lists them.
.DEFAULT_GOAL := help
.PHONY: help run kiosk test engines check golden dist bench soak size

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: ## build the story, show it in the browser, follow every saved file
	@go run ./cmd/studio serve

kiosk: ## the native player, full screen
	@go run ./cmd/lianhua --kiosk

test: ## install what the tests need, check, and run every test
	@go run ./cmd/studio test

engines: ## the published page in old browsers, before a release
	@go run ./cmd/studio engines

check: ## format, vet, staticcheck, import policy, story
	@go run ./cmd/studio lint

golden: ## write the goldens anew, to be reviewed as a diff
	@go run ./cmd/studio golden

dist: ## the site, the native players and packages for halls in dist/
	@go run ./cmd/studio dist

bench: ## measure against the budgets and against peers
	@go run ./cmd/studio bench

soak: ## the native player for ten minutes, with visitors; its memory
	@go run ./cmd/studio soak

size: ## what a reader loads, against the budget
	@go run ./cmd/studio size
