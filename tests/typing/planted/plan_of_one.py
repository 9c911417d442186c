from imgparams import Intent, find, plan

print(plan(Intent("a cat", n=40), find("openai/images")).request)  # error: has no attribute "request"
